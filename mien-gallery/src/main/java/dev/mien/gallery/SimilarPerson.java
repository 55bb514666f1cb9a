package dev.mien.gallery;

import dev.mien.gallery.score.Score;
import java.util.List;

/**
 * A person of a library, and others of it who may be the same one. Each pair is told once, with the
 * person whose id comes first.
 *
 * @param id the person
 * @param groups those of the checked groups that the person is in
 * @param similar at most {@link SimilarPersons#MATCHES_MAX}, the most similar first
 */
public record SimilarPerson(PersonId id, List<GroupId> groups, List<Match> similar) {
  /** Copies the lists. */
  public SimilarPerson {
    groups = List.copyOf(groups);
    similar = List.copyOf(similar);
  }

  /**
   * Another person.
   *
   * @param id the person
   * @param groups those of the checked groups that the person is in
   * @param score how sure it is
   */
  public record Match(PersonId id, List<GroupId> groups, Score score) {
    /** Copies the list. */
    public Match {
      groups = List.copyOf(groups);
    }
  }
}
