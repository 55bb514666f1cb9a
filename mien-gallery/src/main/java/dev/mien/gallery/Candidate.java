package dev.mien.gallery;

import dev.mien.gallery.score.Score;
import java.util.List;
import java.util.Optional;

/**
 * A person that a search has found.
 *
 * @param personId the person
 * @param faceId the person's most similar face; absent where the person's faces were searched as
 *     one
 * @param score how similar
 * @param details present if the search asked for them
 */
public record Candidate(
    PersonId personId, Optional<FaceId> faceId, Score score, Optional<Details> details) {
  /**
   * Who the person is.
   *
   * @param name as the account says
   * @param gender as the account says
   * @param tag a remark; empty if there is none
   * @param memberships all groups of the person
   */
  public record Details(String name, Gender gender, String tag, List<Membership> memberships) {
    /** Copies the list. */
    public Details {
      memberships = List.copyOf(memberships);
    }
  }
}
