package dev.mien.vision.attribute;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.Eye;

/**
 * How brow, lid and eye look: the luminance of the region from the brow to below the eye, upright,
 * the outer corner to the left, the mean of both eyes, with the light and the contrast taken off.
 */
final class EyeRegion {

  private static final int WIDTH = 40;
  private static final int HEIGHT = 34;

  /** Samples. */
  static final int COUNT = WIDTH * HEIGHT;

  /** The width of the region, and how far its middle is above the eye's, in widths of the eye. */
  private static final double ROOM = 1.9;

  private static final double UP = 0.35;

  /** Keeps a region without any contrast finite; of 255. */
  private static final double LEAST_DEVIATION = 4;

  private EyeRegion() {}

  /** The same for a face and its mirror image, but for what the variation moves. */
  static float[] of(Image image, DetailedFace face, Variation variation) {
    double angle = face.mesh().angleRadians();
    float[] left = region(image, face.leftEye(), angle, false, variation);
    float[] right = region(image, face.rightEye(), angle, true, variation);
    for (int i = 0; i < left.length; i++) {
      left[i] = (left[i] + right[i]) / 2;
    }
    return left;
  }

  private static float[] region(
      Image image, Eye eye, double headAngle, boolean mirrored, Variation variation) {
    double width = Math.max(1, eye.width());
    double angle = headAngle + variation.turnRadians();
    double right = width * variation.right();
    double up = width * (UP + variation.up());
    Point middle = eye.outerCorner().towards(eye.innerCorner(), 0.5);
    Point centre =
        new Point(
            middle.x() + Math.cos(angle) * right + Math.sin(angle) * up,
            middle.y() + Math.sin(angle) * right - Math.cos(angle) * up);
    double scale = width * ROOM * variation.scale() / WIDTH;
    Patch patch = new Patch(WIDTH, HEIGHT);
    patch.fill(image, Similarity.of(scale, angle, new Point(WIDTH / 2.0, HEIGHT / 2.0), centre));
    if (mirrored) {
      patch.mirror();
    }
    return evened(patch.planes());
  }

  /** The luminance (Rec. 601), in standard deviations from the region's mean. */
  private static float[] evened(float[] planes) {
    float[] luma = new float[COUNT];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < COUNT; i++) {
      double value = 0.299 * planes[i] + 0.587 * planes[COUNT + i] + 0.114 * planes[2 * COUNT + i];
      luma[i] = (float) value;
      sum += value;
      squares += value * value;
    }
    double mean = sum / COUNT;
    double deviation =
        Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares / COUNT - mean * mean)));
    for (int i = 0; i < COUNT; i++) {
      luma[i] = (float) ((luma[i] - mean) / deviation);
    }
    return luma;
  }
}
