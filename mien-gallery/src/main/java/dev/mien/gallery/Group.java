package dev.mien.gallery;

import java.time.Instant;
import java.util.List;

/**
 * A group of persons.
 *
 * @param id names it within the account
 * @param name unique within the account
 * @param fieldNames names of its description fields, in order
 * @param tag remark, may be empty
 * @param modelVersion the version whose embedder made all its templates
 * @param createdAt to the millisecond
 * @param updatedAt last change of name, remark or fields, to the millisecond
 */
public record Group(
    GroupId id,
    String name,
    List<String> fieldNames,
    String tag,
    ModelVersion modelVersion,
    Instant createdAt,
    Instant updatedAt) {
  /** Copies the list. */
  public Group {
    fieldNames = List.copyOf(fieldNames);
  }
}
