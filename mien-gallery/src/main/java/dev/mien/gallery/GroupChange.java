package dev.mien.gallery;

import java.util.List;
import java.util.Optional;

/**
 * What shall change of a group; what is absent stays.
 *
 * @param id the group
 * @param name a new name
 * @param tag a new remark; may be empty text, which removes the old one
 * @param fieldNames new names of description fields that the group has
 */
public record GroupChange(
    GroupId id, Optional<String> name, Optional<String> tag, List<IndexedText> fieldNames) {
  /** Copies the list. */
  public GroupChange {
    fieldNames = List.copyOf(fieldNames);
  }
}
