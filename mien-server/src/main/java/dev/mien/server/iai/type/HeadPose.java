package dev.mien.server.iai.type;

import dev.mien.vision.landmark.Pose;

/** How a head is turned, in degrees: pitch and yaw -30 to 30, roll -180 to 180. */
public record HeadPose(long pitch, long yaw, long roll) {
  /** Stands where the pose was not asked for. */
  public static final HeadPose NONE = new HeadPose(0, 0, 0);

  /** The ends of the range in which pitch and yaw are given. */
  private static final double TURN_DEGREES_MAX = 30;

  /** A pose in the ranges of the wire. */
  public static HeadPose of(Pose pose) {
    return new HeadPose(turn(pose.pitch()), turn(pose.yaw()), Math.round(pose.roll()));
  }

  private static long turn(double degrees) {
    return Math.round(Math.clamp(degrees, -TURN_DEGREES_MAX, TURN_DEGREES_MAX));
  }
}
