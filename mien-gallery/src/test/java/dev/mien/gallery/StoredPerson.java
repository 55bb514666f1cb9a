package dev.mien.gallery;

import java.util.List;

/**
 * A person as the search index needs it.
 *
 * @param id names it
 * @param groups all its groups, by their creation
 * @param faces all its faces, by their ids
 */
public record StoredPerson(PersonId id, List<GroupId> groups, List<StoredFace> faces) {
  /** Copies the lists. */
  public StoredPerson {
    groups = List.copyOf(groups);
    faces = List.copyOf(faces);
  }
}
