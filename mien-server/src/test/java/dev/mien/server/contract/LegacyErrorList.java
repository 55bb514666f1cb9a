package dev.mien.server.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How each error code of the legacy API is proven: {@code errors.json} of its contract.
 *
 * @param tests codes that tests bring about
 * @param never codes of the reference that this server does not answer, and why
 */
record LegacyErrorList(List<Tested> tests, List<Never> never) {

  /** A code, and the class and method that bring it about. */
  record Tested(int code, String test, String method) {
    @Override
    public String toString() {
      return Integer.toString(code);
    }
  }

  /** A code and the reason why it is not answered. */
  record Never(int code, String reason) {}

  static LegacyErrorList load() {
    return Contract.MAPPER.readValue(
        Contract.folder(LegacyPages.SERVICE).resolve("errors.json").toFile(),
        LegacyErrorList.class);
  }

  Set<Integer> proven() {
    Set<Integer> codes = new TreeSet<>();
    tests.forEach(tested -> codes.add(tested.code()));
    return codes;
  }

  Set<Integer> neverAnswered() {
    Set<Integer> codes = new TreeSet<>();
    never.forEach(entry -> codes.add(entry.code()));
    return codes;
  }
}
