package dev.mien.server.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A bound of a parameter, and what is answered outside of it.
 *
 * @param of what is bounded
 * @param minimum smallest number, or null
 * @param below the code for less than that, or null if less is impossible
 * @param maximum largest number, or null
 * @param beyond the code for more than that
 * @param within the codes that may be answered at the bounds; {@code OK} unless the contract says
 *     otherwise
 * @param values instead of bounds: all values that are allowed
 * @param otherwise the code for another value
 */
record Limit(
    Of of,
    Integer minimum,
    String below,
    Integer maximum,
    String beyond,
    List<String> within,
    List<JsonNode> values,
    String otherwise) {

  /** What is bounded. */
  enum Of {
    @JsonProperty("value")
    VALUE,
    @JsonProperty("characters")
    CHARACTERS,
    @JsonProperty("items")
    ITEMS,
    @JsonProperty("itemCharacters")
    ITEM_CHARACTERS
  }

  Limit {
    within = within == null ? List.of("OK") : List.copyOf(within);
    values = values == null ? List.of() : List.copyOf(values);
    if (minimum == null && maximum == null && values.isEmpty()) {
      throw new IllegalArgumentException("a limit that limits nothing");
    }
  }
}
