package dev.mien.server.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A parameter of a request or a field of a response.
 *
 * @param name as on the wire
 * @param typeText its {@link WireType}
 * @param required whether a request must have it
 * @param nullable whether a response may have null in its place
 * @param versions the API versions that have it; empty means all
 * @param defaultValue what absence means, or null if it means nothing in particular
 * @param distinct whether the items of this list must differ
 * @param measured whether the value comes from pixels and differs with models and machines
 * @param limits bounds of a parameter
 * @param description what it is, in one line
 */
record Field(
    String name,
    @JsonProperty("type") String typeText,
    boolean required,
    boolean nullable,
    List<String> versions,
    @JsonProperty("default") JsonNode defaultValue,
    boolean distinct,
    boolean measured,
    List<Limit> limits,
    String description) {

  Field {
    versions = versions == null ? List.of() : List.copyOf(versions);
    limits = limits == null ? List.of() : List.copyOf(limits);
    if (description == null || description.isBlank() || description.contains("\n")) {
      throw new IllegalArgumentException(name + " needs a description of one line");
    }
  }

  WireType type() {
    return WireType.of(typeText);
  }

  boolean isIn(String version) {
    return versions.isEmpty() || versions.contains(version);
  }
}
