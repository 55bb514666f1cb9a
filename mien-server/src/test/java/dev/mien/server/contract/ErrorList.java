package dev.mien.server.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * How each error code of an API is proven: {@code errors.json} of its contract.
 *
 * @param requests requests that are answered with a code, in a {@link ContractWorld}
 * @param rules codes of the gallery's rules that take a race, lost data or a hundred groups to
 *     break, with the test that breaks them
 * @param tests codes that other tests with real requests bring about
 * @param never codes that this server does not answer, and why
 */
record ErrorList(List<Request> requests, List<Rule> rules, List<Tested> tests, List<Never> never) {

  /**
   * A request that is answered with a code.
   *
   * @param before requests that must succeed before it
   */
  record Request(String code, String action, ObjectNode request, List<Step> before) {
    Request {
      before = before == null ? List.of() : List.copyOf(before);
    }

    @Override
    public String toString() {
      return code;
    }
  }

  /** A request that prepares another. */
  record Step(String action, ObjectNode request) {}

  /** A rule, by its name in the gallery. */
  record Rule(String code, String rule, String test) {}

  /** A code and the class that brings it about. */
  record Tested(String code, String test) {}

  /** A code and the reason why it is not answered. */
  record Never(String code, String reason) {}

  static ErrorList load(String service) {
    return Contract.MAPPER.readValue(
        Contract.folder(service).resolve("errors.json").toFile(), ErrorList.class);
  }

  /** Codes that {@link ContractIT} brings about by going beyond the limits of parameters. */
  static Set<String> codesOfLimits(String service) {
    Set<String> codes = new TreeSet<>();
    for (ContractAction action : Contract.load(service).actions().values()) {
      for (Field field : action.request()) {
        for (Limit limit : field.limits()) {
          Stream.of(limit.below(), limit.beyond(), limit.otherwise())
              .filter(code -> code != null)
              .forEach(codes::add);
        }
      }
    }
    return codes;
  }

  /** All codes that are proven one way or the other. */
  Set<String> reachable(String service) {
    Set<String> codes = new TreeSet<>(codesOfLimits(service));
    requests.forEach(request -> codes.add(request.code()));
    rules.forEach(rule -> codes.add(rule.code()));
    tests.forEach(tested -> codes.add(tested.code()));
    return codes;
  }

  Set<String> unreachable() {
    Set<String> codes = new TreeSet<>();
    never.forEach(entry -> codes.add(entry.code()));
    return codes;
  }
}
