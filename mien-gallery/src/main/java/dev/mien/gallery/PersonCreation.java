package dev.mien.gallery;

/** What came of the wish to create a person. */
public sealed interface PersonCreation {
  /**
   * The person exists now.
   *
   * @param person the new person
   * @param faceId its face
   */
  record Created(Person person, FaceId faceId) implements PersonCreation {}

  /**
   * Nothing was created, because somebody in the group looks the same.
   *
   * @param personId who does
   */
  record SimilarExists(PersonId personId) implements PersonCreation {}
}
