package dev.mien.evaluate.attribute;

import dev.mien.evaluate.table.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which columns of label files stand for which attribute, and their words for its classes. */
final class Vocabulary {
  static final String GENDER = "gender";
  static final String AGE = "age";
  static final String SMILE = "smile";
  static final String GLASSES = "glasses";
  static final String MASK = "mask";
  static final String HAT = "hat";
  static final String BEARD = "beard";
  static final String BALD = "bald";
  static final String BANG = "bang";
  static final String MOUTH_OPEN = "mouth-open";
  static final String EYES_OPEN = "eyes-open";
  static final String EMOTION = "emotion";
  static final String POSE = "pose";

  static final String YES = "yes";
  static final String NO = "no";
  static final String MALE = "male";
  static final String FEMALE = "female";

  private static final Map<String, String> FLAG =
      Map.of("1", YES, "true", YES, YES, YES, "0", NO, "false", NO, NO, NO);

  private static final Map<String, String> NOT_FLAG = Map.of("1", NO, "0", YES);
  private static final Map<String, String> SEX =
      Map.of("m", MALE, MALE, MALE, "1", MALE, "f", FEMALE, FEMALE, FEMALE, "0", FEMALE);

  /** Profiles are told as turned to their side. */
  private static final Map<String, String> TURNED =
      Map.of(
          "frontal", "frontal",
          "left", "left",
          "left_profile", "left",
          "right", "right",
          "right_profile", "right");

  private static final List<Term> TERMS =
      List.of(
          new Term("gender", GENDER, SEX),
          new Term("sex", GENDER, SEX),
          new Term("Male", GENDER, SEX),
          new Term("age", AGE, Map.of()),
          new Term("smile", SMILE, FLAG),
          new Term("Smiling", SMILE, FLAG),
          new Term("glasses", GLASSES, FLAG),
          new Term("Eyeglasses", GLASSES, FLAG),
          new Term("mask", MASK, FLAG),
          new Term("hat", HAT, FLAG),
          new Term("Wearing_Hat", HAT, FLAG),
          new Term("beard", BEARD, FLAG),
          new Term("No_Beard", BEARD, NOT_FLAG),
          new Term("Bald", BALD, FLAG),
          new Term("Bangs", BANG, FLAG),
          new Term("Mouth_Slightly_Open", MOUTH_OPEN, FLAG),
          new Term("eyes_open", EYES_OPEN, FLAG),
          new Term("emotion", EMOTION, Map.of()),
          new Term("pose", POSE, TURNED));

  private Vocabulary() {}

  /**
   * A column's meaning.
   *
   * @param column its name
   * @param attribute what it labels
   * @param words its words to the attribute's classes; none where they are the classes
   */
  record Term(String column, String attribute, Map<String, String> words) {

    /** The class that a row is labelled with; empty where it has no label. */
    String label(Row row) {
      String text = row.text(column).toLowerCase(Locale.ROOT);
      return words.isEmpty() ? text : words.getOrDefault(text, "");
    }
  }

  /** What a column stands for, if it labels an attribute. */
  static Optional<Term> term(String column) {
    return TERMS.stream().filter(term -> term.column().equals(column)).findFirst();
  }
}
