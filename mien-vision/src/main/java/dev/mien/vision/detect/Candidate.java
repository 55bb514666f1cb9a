package dev.mien.vision.detect;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;

/**
 * What may be a face, in pixels of the image.
 *
 * @param box around it
 * @param leftEye the eye that is at the left when the face is upright
 * @param rightEye the other eye
 * @param score how sure the detector is, 0..1
 */
public record Candidate(Box box, Point leftEye, Point rightEye, double score) {

  /** The longer side of the box, in pixels. */
  public double size() {
    return Math.max(box.width(), box.height());
  }

  /** How far the line from eye to eye is turned, clockwise as seen, -pi..pi. */
  public double angleRadians() {
    return Math.atan2(rightEye.y() - leftEye.y(), rightEye.x() - leftEye.x());
  }
}
