package dev.mien.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.landmark.Pose;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaceQualityTest {
  private static final int SIDE = 192;
  private static final Face WHOLE_PICTURE =
      new Face(
          new Box(0, 0, SIDE, SIDE),
          1,
          Landmarks.of(new float[3 * Landmarks.MESH_POINTS]),
          new Pose(0, 0, 0));

  @Test
  void blur_takes_sharpness_step_by_step() {
    double[] picture = blurred(noise(), 50); // less blurred noise is off the scale
    int sharpnessBefore = 101;
    for (int passes = 50; passes <= 200; passes *= 2) {
      int sharpness =
          FaceQuality.assess(image(stretched(picture), 0.5, 0), WHOLE_PICTURE).sharpness();
      assertThat(sharpness).isBetween(1, sharpnessBefore - 1);
      sharpnessBefore = sharpness;
      picture = blurred(picture, passes);
    }
  }

  @Test
  void contrast_and_brightness_do_not_change_sharpness() {
    double[] picture = stretched(blurred(noise(), 100));
    int sharpness = FaceQuality.assess(image(picture, 0.6, 0), WHOLE_PICTURE).sharpness();
    assertThat(sharpness).isBetween(1, 99);
    assertThat(FaceQuality.assess(image(picture, 0.4, 0), WHOLE_PICTURE).sharpness())
        .isBetween(sharpness - 2, sharpness + 2);
    assertThat(FaceQuality.assess(image(picture, 0.4, 80), WHOLE_PICTURE).sharpness())
        .isBetween(sharpness - 2, sharpness + 2);
  }

  @Test
  void brightness_is_the_share_of_white() {
    double[] flat = new double[SIDE * SIDE];
    FaceQuality black = FaceQuality.assess(image(flat, 1, 0), WHOLE_PICTURE);
    assertThat(black.brightness()).isZero();
    assertThat(black.sharpness()).isZero();
    assertThat(FaceQuality.assess(image(flat, 1, 127.5), WHOLE_PICTURE).brightness())
        .isBetween(49, 51);
    FaceQuality white = FaceQuality.assess(image(flat, 1, 255), WHOLE_PICTURE);
    assertThat(white.brightness()).isEqualTo(100);
    assertThat(white.sharpness()).isZero();
  }

  @Test
  void a_face_at_the_edge_is_assessed_by_what_is_there() {
    Face outside =
        new Face(new Box(-50, -50, 120, 120), 1, WHOLE_PICTURE.landmarks(), new Pose(0, 0, 30));
    assertThat(FaceQuality.assess(image(noise(), 0.5, 0), outside).brightness()).isPositive();
  }

  private static double[] noise() {
    Random random = new Random(7);
    return random.doubles((long) SIDE * SIDE, 0, 255).toArray();
  }

  /** Stretched to the range 0..255, which blur has narrowed. */
  private static double[] stretched(double[] picture) {
    DoubleSummaryStatistics range = Arrays.stream(picture).summaryStatistics();
    double gain = 255 / (range.getMax() - range.getMin());
    return Arrays.stream(picture).map(value -> gain * (value - range.getMin())).toArray();
  }

  /** Blurred as if the picture went on in copies of itself, so that its edges are no exception. */
  private static double[] blurred(double[] picture, int passes) {
    double[] result = picture;
    for (int pass = 0; pass < passes; pass++) {
      double[] before = result;
      result = new double[before.length];
      for (int at = 0; at < before.length; at++) {
        int row = at / SIDE * SIDE;
        double neighbours =
            before[row + (at + 1) % SIDE]
                + before[row + (at + SIDE - 1) % SIDE]
                + before[(at + SIDE) % before.length]
                + before[(at + before.length - SIDE) % before.length];
        result[at] = (2 * before[at] + neighbours) / 6;
      }
    }
    return result;
  }

  private static Image image(double[] luma, double gain, double offset) {
    byte[] rgb = new byte[3 * luma.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.round(gain * luma[i / 3] + offset);
    }
    return Image.of(SIDE, SIDE, rgb);
  }
}
