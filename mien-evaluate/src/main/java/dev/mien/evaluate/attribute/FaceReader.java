package dev.mien.evaluate.attribute;

import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that the pipeline says of a face, by the names of {@link Vocabulary}. An attribute that the
 * engine learns to tell is added here and nowhere else.
 *
 * @param engine the nets
 */
record FaceReader(FaceEngine engine) {
  /** Heads that are turned less than so many degrees look at the camera. */
  private static final double FRONTAL_DEGREES = 15;

  Map<String, Prediction> read(Image image, Face face) {
    Map<String, Prediction> said = new LinkedHashMap<>();
    said.put(Vocabulary.POSE, new Prediction.Category(pose(face.pose().yaw()), Double.NaN));
    return said;
  }

  private static String pose(double yawDegrees) {
    if (Math.abs(yawDegrees) < FRONTAL_DEGREES) {
      return "frontal";
    }
    return yawDegrees < 0 ? "left" : "right";
  }
}
