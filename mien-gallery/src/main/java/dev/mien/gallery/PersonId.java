package dev.mien.gallery;

/**
 * Names a person within the account, in whatever groups the person is; never changes.
 *
 * @param value 1 to 64 of the characters {@code A-Z a-z 0-9 - % @ # & _}
 */
public record PersonId(String value) {
  /**
   * Refuses a malformed id with {@link IllegalArgumentException}; see {@link #of} for text of
   * unknown origin.
   */
  public PersonId {
    TextRules.PERSON_ID.require(value);
  }

  /**
   * Reads an id that a caller sent; a malformed one is a {@link GalleryException} that says what is
   * wrong.
   */
  public static PersonId of(String value) throws GalleryException {
    TextRules.PERSON_ID.check(value);
    return new PersonId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
