package dev.mien.server.legacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** All legacy calls that this server knows, by name. Immutable. */
public final class LegacyCalls {
  private final Map<String, LegacyCall> calls;

  private LegacyCalls(Map<String, LegacyCall> calls) {
    this.calls = Map.copyOf(calls);
  }

  /** All calls on the class path; two of one name are {@link IllegalStateException}. */
  public static LegacyCalls load() {
    return of(ServiceLoader.load(LegacyCall.class));
  }

  static LegacyCalls of(Iterable<LegacyCall> calls) {
    Map<String, LegacyCall> found = new HashMap<>();
    for (LegacyCall call : calls) {
      if (found.put(call.name(), call) != null) {
        throw new IllegalStateException("Two legacy calls are called " + call.name());
      }
    }
    return new LegacyCalls(found);
  }

  /** The call of a name. */
  public Optional<LegacyCall> find(String name) {
    return Optional.ofNullable(calls.get(name));
  }

  /** The names of all calls. */
  public Collection<String> names() {
    return calls.keySet();
  }
}
