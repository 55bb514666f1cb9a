package dev.mien.gallery;

/** What came of the offer of one more face, which a person takes if it is a new one. */
public sealed interface FaceOffer {
  /**
   * The person has the face now.
   *
   * @param faceId the new face
   */
  record Taken(FaceId faceId) implements FaceOffer {}

  /**
   * The person has practically the same face already, by an earlier call or this one.
   *
   * @param faceId that face
   */
  record NearlyIdentical(FaceId faceId) implements FaceOffer {}

  /**
   * The person has as many faces as it may have.
   *
   * @param limit how many that is
   */
  record NoRoom(int limit) implements FaceOffer {}
}
