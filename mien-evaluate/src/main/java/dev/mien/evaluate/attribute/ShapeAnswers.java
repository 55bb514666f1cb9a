package dev.mien.evaluate.attribute;

import dev.mien.evaluate.attribute.Prediction.Category;
import dev.mien.evaluate.attribute.Prediction.Quantity;
import dev.mien.vision.landmark.Pose;
import dev.mien.vision.shape.EyeSize;
import dev.mien.vision.shape.FaceTraits;
import dev.mien.vision.shape.Trait;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the shape and the colours of a face say, as DetectFaceAttributes answers it. */
final class ShapeAnswers {
  /** Heads that are turned less than so many degrees look at the camera. */
  private static final double FRONTAL_DEGREES = 15;

  private ShapeAnswers() {}

  static Map<String, Prediction> of(FaceTraits traits) {
    Map<String, Prediction> said = new LinkedHashMap<>();
    boolean narrow = traits.eyeSize().kind() == EyeSize.SMALL;
    said.put(Vocabulary.EYE_SIZE, kind(traits.eyeSize()));
    // How probable one size is does not say how probable it is not to be small.
    said.put(
        Vocabulary.NARROW_EYES, new Category(narrow ? Vocabulary.YES : Vocabulary.NO, Double.NaN));
    said.put(Vocabulary.EYELID, kind(traits.eyelid()));
    said.put(Vocabulary.BROW_DENSITY, kind(traits.browDensity()));
    said.put(Vocabulary.BROW_CURVE, kind(traits.browCurve()));
    said.put(Vocabulary.BROW_LENGTH, kind(traits.browLength()));
    said.put(Vocabulary.NOSE, kind(traits.nose()));
    said.put(Vocabulary.SHAPE, kind(traits.outline()));
    said.put(Vocabulary.SKIN, kind(traits.skin()));
    said.put(Vocabulary.BEAUTY, new Quantity(traits.beauty()));
    return said;
  }

  /** The pose before it is held within the answer's bounds of 30 degrees. */
  static Map<String, Prediction> of(Pose pose) {
    return Map.of(
        Vocabulary.POSE, new Category(turn(pose.yaw()), Double.NaN),
        Vocabulary.YAW, new Quantity(pose.yaw()),
        Vocabulary.PITCH, new Quantity(pose.pitch()),
        Vocabulary.ROLL, new Quantity(pose.roll()));
  }

  private static String turn(double yawDegrees) {
    if (Math.abs(yawDegrees) < FRONTAL_DEGREES) {
      return "frontal";
    }
    return yawDegrees < 0 ? "left" : "right";
  }

  private static Category kind(Trait<?> trait) {
    return new Category(Words.name(trait.kind()), trait.probability());
  }
}
