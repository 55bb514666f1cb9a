package dev.mien.evaluate.attribute;

import dev.mien.vision.attribute.FaceAttributes;
import dev.mien.vision.attribute.HeadRole;
import dev.mien.vision.shape.BrowCurve;
import dev.mien.vision.shape.BrowDensity;
import dev.mien.vision.shape.BrowLength;
import dev.mien.vision.shape.EyeSize;
import dev.mien.vision.shape.EyelidKind;
import dev.mien.vision.shape.NoseKind;
import dev.mien.vision.shape.OutlineKind;
import dev.mien.vision.shape.SkinTone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes, and which columns of label files stand for them. */
final class Vocabulary {
  static final String GENDER = "gender";
  static final String AGE = "age";
  static final String SMILE = "smile";
  static final String EMOTION = "emotion";
  static final String GLASSES = "glasses";
  static final String GLASSES_KIND = "glasses-kind";
  static final String EYES_OPEN = "eyes-open";
  static final String MOUTH_OPEN = "mouth-open";
  static final String BEARD = "beard";
  static final String MASK = "mask";
  static final String MASK_KIND = "mask-kind";
  static final String BALD = "bald";
  static final String HAIR_LENGTH = "hair-length";
  static final String BANG = "bang";
  static final String HAIR_COLOUR = "hair-colour";
  static final String HAT = "hat";
  static final String HAT_STYLE = "hat-style";
  static final String HAT_COLOUR = "hat-colour";
  static final String EYE_SIZE = "eye-size";
  static final String NARROW_EYES = "narrow-eyes";
  static final String EYELID = "eyelid";
  static final String BROW_DENSITY = "eyebrow-density";
  static final String BROW_CURVE = "eyebrow-curve";
  static final String BROW_LENGTH = "eyebrow-length";
  static final String NOSE = "nose";
  static final String SHAPE = "shape";
  static final String SKIN = "skin";
  static final String BEAUTY = "beauty";
  static final String POSE = "pose";
  static final String YAW = "yaw";
  static final String PITCH = "pitch";
  static final String ROLL = "roll";

  static final String YES = "yes";
  static final String NO = "no";
  static final String MALE = "male";
  static final String FEMALE = "female";

  private static final Map<String, String> NUMBER = Map.of();

  /** Names with capitals are those of CelebA. */
  private static final List<Term> TERMS =
      List.of(
          new Term("gender", GENDER, Words.SEX),
          new Term("sex", GENDER, Words.SEX),
          new Term("Male", GENDER, Words.SEX),
          new Term("age", AGE, NUMBER),
          new Term("smile", SMILE, Words.FLAG),
          new Term("Smiling", SMILE, Words.FLAG),
          new Term("emotion", EMOTION, Words.kinds(FaceAttributes.Emotion.class)),
          new Term("glasses", GLASSES, Words.FLAG),
          new Term("Eyeglasses", GLASSES, Words.FLAG),
          new Term("glasses_kind", GLASSES_KIND, Words.kinds(FaceAttributes.Glasses.class)),
          new Term("eyes_open", EYES_OPEN, Words.FLAG),
          new Term("mouth_open", MOUTH_OPEN, Words.FLAG),
          new Term("Mouth_Slightly_Open", MOUTH_OPEN, Words.FLAG),
          new Term("beard", BEARD, Words.FLAG),
          new Term("No_Beard", BEARD, Words.NOT_FLAG),
          new Term("mask", MASK, Words.FLAG),
          new Term("mask_kind", MASK_KIND, Words.kinds(FaceAttributes.Mask.class)),
          new Term("bald", BALD, Words.FLAG),
          new Term("Bald", BALD, Words.FLAG),
          new Term("hair_length", HAIR_LENGTH, Words.kinds(FaceAttributes.HairLength.class)),
          new Term("bang", BANG, Words.FLAG),
          new Term("Bangs", BANG, Words.FLAG),
          new Term("hair_colour", HAIR_COLOUR, Words.kinds(FaceAttributes.HairColour.class)),
          new Term("hat", HAT, Words.FLAG),
          new Term("Wearing_Hat", HAT, Words.FLAG),
          new Term("hat_style", HAT_STYLE, Words.kinds(FaceAttributes.HatStyle.class)),
          new Term("hat_colour", HAT_COLOUR, Words.kinds(FaceAttributes.HatColour.class)),
          new Term("eye_size", EYE_SIZE, Words.kinds(EyeSize.class)),
          new Term("Narrow_Eyes", NARROW_EYES, Words.FLAG),
          new Term("eyelid", EYELID, Words.kinds(EyelidKind.class)),
          new Term("eyebrow_density", BROW_DENSITY, Words.kinds(BrowDensity.class)),
          new Term("eyebrow_curve", BROW_CURVE, Words.kinds(BrowCurve.class)),
          new Term("eyebrow_length", BROW_LENGTH, Words.kinds(BrowLength.class)),
          new Term("nose", NOSE, Words.kinds(NoseKind.class)),
          new Term("shape", SHAPE, Words.kinds(OutlineKind.class)),
          new Term("skin", SKIN, Words.kinds(SkinTone.class)),
          new Term("beauty", BEAUTY, NUMBER),
          new Term("pose", POSE, Words.TURNED),
          new Term("yaw", YAW, NUMBER),
          new Term("pitch", PITCH, NUMBER),
          new Term("roll", ROLL, NUMBER));

  /** Which head reads an attribute; pose and beauty have none. */
  private static final Map<String, HeadRole> HEADS =
      Map.ofEntries(
          Map.entry(GENDER, HeadRole.GENDER),
          Map.entry(AGE, HeadRole.AGE),
          Map.entry(SMILE, HeadRole.SMILE),
          Map.entry(EMOTION, HeadRole.EMOTION),
          Map.entry(GLASSES, HeadRole.GLASSES),
          Map.entry(GLASSES_KIND, HeadRole.GLASSES),
          Map.entry(EYES_OPEN, HeadRole.EYES),
          Map.entry(MOUTH_OPEN, HeadRole.MOUTH),
          Map.entry(BEARD, HeadRole.BEARD),
          Map.entry(MASK, HeadRole.MASK),
          Map.entry(MASK_KIND, HeadRole.MASK),
          Map.entry(BALD, HeadRole.HAIR_LENGTH),
          Map.entry(HAIR_LENGTH, HeadRole.HAIR_LENGTH),
          Map.entry(BANG, HeadRole.BANG),
          Map.entry(HAIR_COLOUR, HeadRole.HAIR_COLOUR),
          Map.entry(HAT, HeadRole.HAT),
          Map.entry(HAT_STYLE, HeadRole.HAT),
          Map.entry(HAT_COLOUR, HeadRole.HAT_COLOUR),
          Map.entry(SKIN, HeadRole.SKIN),
          Map.entry(EYELID, HeadRole.EYELID),
          Map.entry(BROW_DENSITY, HeadRole.EYEBROW_DENSITY),
          Map.entry(BROW_CURVE, HeadRole.EYEBROW_CURVE),
          Map.entry(BROW_LENGTH, HeadRole.EYEBROW_LENGTH),
          Map.entry(EYE_SIZE, HeadRole.EYE_SIZE),
          Map.entry(NARROW_EYES, HeadRole.EYE_SIZE),
          Map.entry(NOSE, HeadRole.NOSE),
          Map.entry(SHAPE, HeadRole.SHAPE));

  private Vocabulary() {}

  /** What a column stands for, if it labels an attribute. */
  static Optional<Term> term(String column) {
    return TERMS.stream().filter(term -> term.column().equals(column)).findFirst();
  }

  /** All columns that label an attribute. */
  static List<String> columns() {
    return TERMS.stream().map(Term::column).toList();
  }

  /** The head that reads an attribute; none for pose and beauty. */
  static Optional<HeadRole> head(String attribute) {
    return Optional.ofNullable(HEADS.get(attribute));
  }

  /** Whether people are grouped by an attribute, so that it splits the figures of others. */
  static boolean groupsPeople(String attribute) {
    return attribute.equals(GENDER) || attribute.equals(AGE);
  }
}
