package dev.mien.evaluate.attribute;

import dev.mien.evaluate.attribute.Prediction.Category;
import dev.mien.evaluate.attribute.Prediction.Quantity;
import dev.mien.vision.landmark.Pose;
import java.util.Map;

/** How the head is turned, as DetectFaceAttributes answers it. */
final class PoseAnswers {
  /** Heads that are turned less than so many degrees look at the camera. */
  private static final double FRONTAL_DEGREES = 15;

  private PoseAnswers() {}

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
}
