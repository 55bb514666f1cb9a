package dev.mien.gallery;

/**
 * Names a group within its account; never changes.
 *
 * @param value 1 to 64 of the characters {@code A-Z a-z 0-9 - % @ # & _}
 */
public record GroupId(String value) {
  /**
   * Refuses a malformed id with {@link IllegalArgumentException}; see {@link #of} for text of
   * unknown origin.
   */
  public GroupId {
    TextRules.GROUP_ID.require(value);
  }

  /**
   * Reads an id that a caller sent; a malformed one is a {@link GalleryException} that says what is
   * wrong.
   */
  public static GroupId of(String value) throws GalleryException {
    TextRules.GROUP_ID.check(value);
    return new GroupId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
