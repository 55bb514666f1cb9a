package dev.mien.evaluate.attribute;

import static dev.mien.evaluate.attribute.Vocabulary.FEMALE;
import static dev.mien.evaluate.attribute.Vocabulary.MALE;
import static dev.mien.evaluate.attribute.Vocabulary.NO;
import static dev.mien.evaluate.attribute.Vocabulary.YES;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How label files spell the classes of attributes: lower-case words to classes. */
final class Words {
  static final Map<String, String> FLAG =
      Map.of("1", YES, "true", YES, YES, YES, "0", NO, "false", NO, NO, NO);

  static final Map<String, String> NOT_FLAG =
      Map.of("1", NO, "true", NO, YES, NO, "0", YES, "false", YES, NO, YES);

  static final Map<String, String> SEX =
      Map.of("m", MALE, MALE, MALE, "1", MALE, "f", FEMALE, FEMALE, FEMALE, "0", FEMALE);

  /** Profiles are told as turned to their side. */
  static final Map<String, String> TURNED =
      Map.of(
          "frontal", "frontal",
          "left", "left",
          "left_profile", "left",
          "right", "right",
          "right_profile", "right");

  private Words() {}

  /**
   * The kinds of an attribute by their names and by the published API's codes, in whose order they
   * are declared.
   */
  @SuppressWarnings("EnumOrdinal")
  static <E extends Enum<E>> Map<String, String> kinds(Class<E> kinds) {
    Map<String, String> words = new LinkedHashMap<>();
    for (E kind : kinds.getEnumConstants()) {
      words.put(name(kind), name(kind));
    }
    for (E kind : kinds.getEnumConstants()) {
      words.put(String.valueOf(kind.ordinal()), name(kind));
    }
    return Map.copyOf(words);
  }

  /** What a kind is called in label files and reports: "off-face". */
  static String name(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
