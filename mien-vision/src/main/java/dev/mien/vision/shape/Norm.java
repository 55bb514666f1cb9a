package dev.mien.vision.shape;

import dev.mien.vision.landmark.Pose;

/**
 * How a measure is spread among faces, and how it drifts with the head's turn, which the mesh's
 * depths undo only in part.
 *
 * @param mean for a face that looks straight ahead
 * @param perPitch added for ten degrees that the head is raised
 * @param perYaw added for ten degrees that the head is turned to either side
 * @param deviation the standard deviation that remains
 */
record Norm(double mean, double perPitch, double perYaw, double deviation) {

  /** Beyond this turn the measures no longer follow a line. */
  private static final double MOST_DEGREES = 35;

  /** A value in standard deviations from the mean. */
  double deviations(double value, Pose pose) {
    double pitch = Math.clamp(pose.pitch(), -MOST_DEGREES, MOST_DEGREES) / 10;
    double yaw = Math.min(Math.abs(pose.yaw()), MOST_DEGREES) / 10;
    return (value - mean - perPitch * pitch - perYaw * yaw) / deviation;
  }
}
