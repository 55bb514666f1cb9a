package dev.mien.gallery;

import java.util.Optional;

/**
 * What ids, names and descriptions may be made of, and how long they may be. Lengths count Unicode
 * code points; an id is ASCII, so that its 64 characters are the reference's 64 bytes.
 *
 * <p>The reference contradicts itself about names: its error texts allow Chinese and English
 * letters, digits, {@code -} and {@code _}, while names with spaces, commas, number signs and
 * ampersands succeed in its examples, and people are called O'Brien and 卡尔·马克思. Allowed are
 * therefore letters, marks and digits of every script, and {@link #NAME_PUNCTUATION}. Control
 * characters, markup, quotes, slashes, symbols and emoji are refused.
 */
enum TextRules {
  GROUP_ID(1, 64, Alphabet.ID, GalleryError.GROUP_ID_ILLEGAL, GalleryError.GROUP_ID_TOO_LONG),
  GROUP_NAME(
      1, 60, Alphabet.NAME, GalleryError.GROUP_NAME_ILLEGAL, GalleryError.GROUP_NAME_TOO_LONG),
  GROUP_TAG(0, 40, Alphabet.NAME, GalleryError.GROUP_TAG_ILLEGAL, GalleryError.GROUP_TAG_TOO_LONG),
  GROUP_FIELD_NAME(
      1,
      30,
      Alphabet.NAME,
      GalleryError.GROUP_FIELD_NAME_ILLEGAL,
      GalleryError.GROUP_FIELD_NAME_TOO_LONG),
  PERSON_ID(1, 64, Alphabet.ID, GalleryError.PERSON_ID_ILLEGAL, GalleryError.PERSON_ID_TOO_LONG),
  PERSON_NAME(
      1, 60, Alphabet.NAME, GalleryError.PERSON_NAME_ILLEGAL, GalleryError.PERSON_NAME_TOO_LONG),
  /** A remark about a person: free text as well. */
  PERSON_TAG(
      0,
      255,
      Alphabet.PRINTABLE,
      GalleryError.PERSON_TAG_ILLEGAL,
      GalleryError.PERSON_TAG_TOO_LONG),
  /**
   * What a person's description field says: free text, such as a mail address, so only what cannot
   * be shown is refused.
   */
  PERSON_VALUE(
      0,
      60,
      Alphabet.PRINTABLE,
      GalleryError.PERSON_VALUE_ILLEGAL,
      GalleryError.PERSON_VALUE_TOO_LONG);

  static final String ID_PUNCTUATION = "-%@#&_";
  static final String NAME_PUNCTUATION = "-_ ,.#&@%'()·";

  private final int minCharacters;
  private final int maxCharacters;
  private final Alphabet alphabet;
  private final GalleryError illegal;
  private final GalleryError tooLong;

  TextRules(
      int minCharacters,
      int maxCharacters,
      Alphabet alphabet,
      GalleryError illegal,
      GalleryError tooLong) {
    this.minCharacters = minCharacters;
    this.maxCharacters = maxCharacters;
    this.alphabet = alphabet;
    this.illegal = illegal;
    this.tooLong = tooLong;
  }

  /** Throws if the text breaks this rule. */
  void check(String text) throws GalleryException {
    Optional<GalleryException> broken = violation(text);
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  /** The unchecked form, for record constructors. */
  void require(String text) {
    violation(text)
        .ifPresent(
            broken -> {
              throw new IllegalArgumentException(broken.getMessage(), broken);
            });
  }

  private Optional<GalleryException> violation(String text) {
    int characters = text.codePointCount(0, text.length());
    if (characters < minCharacters) {
      return Optional.of(new GalleryException(GalleryError.VALUE_EMPTY, name()));
    }
    if (characters > maxCharacters) {
      return Optional.of(new GalleryException(tooLong, text, maxCharacters));
    }
    return isOfAlphabet(text) ? Optional.empty() : Optional.of(new GalleryException(illegal, text));
  }

  /** A plain loop: a start asks this of a million ids. */
  private boolean isOfAlphabet(String text) {
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (!alphabet.allows(character)) {
        return false;
      }
      i += Character.charCount(character);
    }
    return true;
  }

  private enum Alphabet {
    ID,
    NAME,
    PRINTABLE;

    boolean allows(int c) {
      return switch (this) {
        case ID ->
            (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || ID_PUNCTUATION.indexOf(c) >= 0;
        case NAME -> Character.isLetter(c) || isDigitOrMark(c) || NAME_PUNCTUATION.indexOf(c) >= 0;
        case PRINTABLE -> isPrintable(c);
      };
    }

    private static boolean isDigitOrMark(int c) {
      return switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.DECIMAL_DIGIT_NUMBER ->
            true;
        default -> false;
      };
    }

    private static boolean isPrintable(int c) {
      return switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.SURROGATE,
            Character.UNASSIGNED,
            Character.PRIVATE_USE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            false;
        default -> true;
      };
    }
  }
}
