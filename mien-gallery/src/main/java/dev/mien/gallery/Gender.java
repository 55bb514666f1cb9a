package dev.mien.gallery;

/** What an account has written down as a person's gender; nothing is inferred from faces. */
public enum Gender {
  /** Not filled in. */
  UNSPECIFIED(0),
  /** Male. */
  MALE(1),
  /** Female. */
  FEMALE(2);

  private final int code;

  Gender(int code) {
    this.code = code;
  }

  /** Reads the wire's number: 0, 1 or 2. */
  public static Gender of(long code) throws GalleryException {
    for (Gender gender : values()) {
      if (gender.code == code) {
        return gender;
      }
    }
    throw new GalleryException(GalleryError.PERSON_GENDER_ILLEGAL, code);
  }

  /** The wire's number. */
  public int code() {
    return code;
  }
}
