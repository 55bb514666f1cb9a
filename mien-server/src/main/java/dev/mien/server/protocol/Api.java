package dev.mien.server.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A family of actions, and the versions of it in which an action exists.
 *
 * @param service the family's short name, such as {@code iai}
 * @param versions dates such as {@code 2020-03-03}, at least one
 */
public record Api(String service, List<String> versions) {

  public Api {
    requireNonNull(service, "service is null");
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("An API needs at least one version: " + service);
    }
  }

  /** An API with these versions. */
  public static Api of(String service, String... versions) {
    return new Api(service, List.of(versions));
  }
}
