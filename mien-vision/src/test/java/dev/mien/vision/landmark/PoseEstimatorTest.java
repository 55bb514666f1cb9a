package dev.mien.vision.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoseEstimatorTest {

  /**
   * Points that the estimator reads, on a flat face whose line from forehead to chin leans as
   * measured on real ones.
   */
  private static final int[] USED = {127, 356, 234, 454, 33, 263, 93, 323, 10, 152};

  private static final double[][] FLAT = {
    {-70, -20},
    {70, -20},
    {-72, 0},
    {72, 0},
    {-45, -25},
    {45, -25},
    {-70, 15},
    {70, 15},
    {0, -90},
    {0, 90}
  };

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 20, 0",
    "0, -35, 0",
    "15, 0, 0",
    "-25, 0, 0",
    "0, 0, 40",
    "10, 20, -30",
    "-8, -15, 170"
  })
  void the_turn_that_was_applied_is_found(double pitch, double yaw, double roll) {
    Pose pose = PoseEstimator.estimate(turned(pitch, yaw, roll));

    assertThat(pose.pitch() - neutralPitch()).isCloseTo(pitch, within(1e-3));
    assertThat(pose.yaw()).isCloseTo(yaw, within(1e-3));
    assertThat(pose.roll()).isCloseTo(roll, within(1e-3));
  }

  @Test
  void positive_yaw_moves_the_right_side_away_from_the_camera() {
    Landmarks landmarks = turned(0, 20, 0);

    assertThat(landmarks.depth(454)).isGreaterThan(landmarks.depth(234));
  }

  @Test
  void positive_pitch_brings_the_chin_nearer() {
    Landmarks landmarks = turned(20, 0, 0);

    assertThat(landmarks.depth(152)).isLessThan(landmarks.depth(10));
  }

  @Test
  void positive_roll_lowers_the_right_eye() {
    Landmarks landmarks = turned(0, 0, 20);

    assertThat(landmarks.point(263).y()).isGreaterThan(landmarks.point(33).y());
  }

  private static double neutralPitch() {
    return PoseEstimator.estimate(turned(0, 0, 0)).pitch();
  }

  /**
   * Pitch about x, then yaw about y, then roll about z; x right, y down, z away from the camera.
   */
  private static Landmarks turned(double pitch, double yaw, double roll) {
    double p = Math.toRadians(pitch);
    double w = Math.toRadians(yaw);
    double r = Math.toRadians(roll);
    float[] mesh = new float[3 * Landmarks.MESH_POINTS];
    for (int i = 0; i < USED.length; i++) {
      double x = FLAT[i][0];
      double y = FLAT[i][1] * Math.cos(p);
      double z = -FLAT[i][1] * Math.sin(p);
      double x2 = x * Math.cos(w) - z * Math.sin(w);
      double z2 = x * Math.sin(w) + z * Math.cos(w);
      mesh[3 * USED[i]] = (float) (x2 * Math.cos(r) - y * Math.sin(r));
      mesh[3 * USED[i] + 1] = (float) (x2 * Math.sin(r) + y * Math.cos(r));
      mesh[3 * USED[i] + 2] = (float) z2;
    }
    return Landmarks.of(mesh);
  }
}
