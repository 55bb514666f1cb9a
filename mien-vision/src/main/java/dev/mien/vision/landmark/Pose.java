package dev.mien.vision.landmark;

/**
 * How the head is turned, in degrees. All are 0 for an upright face that looks into the camera.
 *
 * @param pitch positive when the head is raised (the nose points up), -90..90
 * @param yaw positive when the nose points to the right of the image, -90..90
 * @param roll positive when the head is turned clockwise as seen in the image, -180..180
 */
public record Pose(double pitch, double yaw, double roll) {}
