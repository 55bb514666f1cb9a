package dev.mien.gallery;

import dev.mien.gallery.score.Score;

/** What came of the wish to give a person one more face. */
public sealed interface FaceAddition {
  /**
   * The person has the face now.
   *
   * @param faceId the new face
   */
  record Added(FaceId faceId) implements FaceAddition {}

  /**
   * The face resembles none of the person's faces enough.
   *
   * @param best its score against the most similar of them
   */
  record TooDissimilar(Score best) implements FaceAddition {}
}
