package dev.mien.evaluate.attribute;

import dev.mien.evaluate.attribute.Prediction.Category;
import dev.mien.evaluate.attribute.Prediction.Quantity;
import dev.mien.vision.attribute.FaceAttributes;
import dev.mien.vision.attribute.FaceAttributes.Bang;
import dev.mien.vision.attribute.FaceAttributes.Beard;
import dev.mien.vision.attribute.FaceAttributes.Eyes;
import dev.mien.vision.attribute.FaceAttributes.Glasses;
import dev.mien.vision.attribute.FaceAttributes.HairLength;
import dev.mien.vision.attribute.FaceAttributes.HatStyle;
import dev.mien.vision.attribute.FaceAttributes.Mask;
import dev.mien.vision.attribute.FaceAttributes.Mouth;
import dev.mien.vision.attribute.Probable;
import dev.mien.vision.shape.EyeSize;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the heads say of a face, as DetectFace and DetectFaceAttributes answer it. */
final class LearnedAnswers {
  /** From this probability on the server says male, and smiling. */
  private static final double MORE_PROBABLE = 0.5;

  private LearnedAnswers() {}

  static Map<String, Prediction> of(FaceAttributes face) {
    Map<String, Prediction> said = new LinkedHashMap<>();
    said.put(Vocabulary.GENDER, ofTwo(face.male(), Vocabulary.MALE, Vocabulary.FEMALE));
    said.put(Vocabulary.AGE, new Quantity(Math.round(face.ageYears())));
    said.put(Vocabulary.SMILE, ofTwo(face.smiling(), Vocabulary.YES, Vocabulary.NO));
    said.put(Vocabulary.EMOTION, kind(face.emotion()));
    said.put(Vocabulary.GLASSES, flag(face.glasses(), face.glasses().value() != Glasses.NONE));
    said.put(Vocabulary.GLASSES_KIND, kind(face.glasses()));
    said.put(Vocabulary.EYES_OPEN, flag(face.eyes(), face.eyes().value() == Eyes.OPEN));
    said.put(Vocabulary.MOUTH_OPEN, flag(face.mouth(), face.mouth().value() == Mouth.OPEN));
    said.put(Vocabulary.BEARD, flag(face.beard(), face.beard().value() == Beard.BEARD));
    said.put(Vocabulary.MASK, flag(face.mask(), face.mask().value() != Mask.NONE));
    said.put(Vocabulary.MASK_KIND, kind(face.mask()));
    addHair(said, face.hair());
    said.put(Vocabulary.HAT, flag(face.hat().style(), face.hat().style().value() != HatStyle.NONE));
    said.put(Vocabulary.HAT_STYLE, kind(face.hat().style()));
    said.put(Vocabulary.HAT_COLOUR, kind(face.hat().colour()));
    addFeatures(said, face);
    return said;
  }

  private static void addHair(Map<String, Prediction> said, FaceAttributes.Hair hair) {
    boolean bald = hair.length().value() == HairLength.BALD;
    // How probable one length is does not say how probable it is not to be bald.
    said.put(Vocabulary.BALD, new Category(bald ? Vocabulary.YES : Vocabulary.NO, Double.NaN));
    said.put(Vocabulary.HAIR_LENGTH, kind(hair.length()));
    said.put(Vocabulary.BANG, flag(hair.bang(), hair.bang().value() == Bang.BANG));
    said.put(Vocabulary.HAIR_COLOUR, kind(hair.colour()));
  }

  private static void addFeatures(Map<String, Prediction> said, FaceAttributes face) {
    boolean narrow = face.eyeSize().value() == EyeSize.SMALL;
    said.put(Vocabulary.EYE_SIZE, kind(face.eyeSize()));
    // How probable one size is does not say how probable it is not to be small.
    said.put(
        Vocabulary.NARROW_EYES, new Category(narrow ? Vocabulary.YES : Vocabulary.NO, Double.NaN));
    said.put(Vocabulary.EYELID, kind(face.eyelid()));
    said.put(Vocabulary.BROW_DENSITY, kind(face.brows().density()));
    said.put(Vocabulary.BROW_CURVE, kind(face.brows().curve()));
    said.put(Vocabulary.BROW_LENGTH, kind(face.brows().length()));
    said.put(Vocabulary.NOSE, kind(face.nose()));
    said.put(Vocabulary.SHAPE, kind(face.outline()));
    said.put(Vocabulary.SKIN, kind(face.skin()));
  }

  private static Category ofTwo(double probability, String likely, String unlikely) {
    return probability >= MORE_PROBABLE
        ? new Category(likely, probability)
        : new Category(unlikely, 1 - probability);
  }

  private static Category kind(Probable<?> probable) {
    return new Category(Words.name(probable.value()), probable.probability());
  }

  /** Of several kinds of "yes", the probability is that of the kind that is answered. */
  private static Category flag(Probable<?> probable, boolean yes) {
    return new Category(yes ? Vocabulary.YES : Vocabulary.NO, probable.probability());
  }
}
