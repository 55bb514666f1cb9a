package dev.mien.gallery;

import java.util.Collection;
import java.util.List;

/**
 * Names rows of an {@link EmbedderIndex}.
 *
 * @param group whose rows they are
 * @param kind which of them
 */
record GroupRows(GroupId group, Kind kind) {
  /** What a row stands for. The row of an only face stands for its person too. */
  enum Kind {
    /** A face. */
    FACES,
    /** All faces of a person. */
    PERSONS
  }

  static List<GroupRows> of(Collection<GroupId> groups, Kind kind) {
    return groups.stream().map(group -> new GroupRows(group, kind)).toList();
  }
}
