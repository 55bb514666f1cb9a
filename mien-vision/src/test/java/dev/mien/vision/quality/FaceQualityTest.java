package dev.mien.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.landmark.Pose;
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
    double[] picture = blurred(blurred(blurred(noise()))); // noise itself is off the scale
    int sharpnessBefore = 101;
    for (int step = 0; step < 4; step++) {
      int sharpness = FaceQuality.assess(image(picture, 0.5, 0), WHOLE_PICTURE).sharpness();
      assertThat(sharpness).isLessThan(sharpnessBefore);
      sharpnessBefore = sharpness;
      for (int pass = 0; pass < 1 << (2 * step); pass++) {
        picture = blurred(picture);
      }
    }
  }

  @Test
  void contrast_and_brightness_do_not_change_sharpness() {
    double[] picture = blurred(noise());
    int sharpness = FaceQuality.assess(image(picture, 0.5, 0), WHOLE_PICTURE).sharpness();
    assertThat(FaceQuality.assess(image(picture, 0.25, 0), WHOLE_PICTURE).sharpness())
        .isBetween(sharpness - 2, sharpness + 2);
    assertThat(FaceQuality.assess(image(picture, 0.25, 80), WHOLE_PICTURE).sharpness())
        .isBetween(sharpness - 2, sharpness + 2);
  }

  @Test
  void brightness_is_the_share_of_white() {
    double[] flat = new double[SIDE * SIDE];
    assertThat(FaceQuality.assess(image(flat, 1, 0), WHOLE_PICTURE))
        .isEqualTo(new FaceQuality(0, 0));
    assertThat(FaceQuality.assess(image(flat, 1, 127.5), WHOLE_PICTURE).brightness())
        .isBetween(49, 51);
    assertThat(FaceQuality.assess(image(flat, 1, 255), WHOLE_PICTURE))
        .isEqualTo(new FaceQuality(0, 100));
  }

  @Test
  void extreme_light_lowers_the_score() {
    assertThat(new FaceQuality(90, 50).score()).isEqualTo(90);
    assertThat(new FaceQuality(90, 20).score()).isLessThan(90);
    assertThat(new FaceQuality(90, 100).score()).isZero();
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

  private static double[] blurred(double[] picture) {
    double[] result = picture.clone();
    for (int row = 1; row < SIDE - 1; row++) {
      for (int column = 1; column < SIDE - 1; column++) {
        int at = row * SIDE + column;
        result[at] =
            (2 * picture[at]
                    + picture[at - 1]
                    + picture[at + 1]
                    + picture[at - SIDE]
                    + picture[at + SIDE])
                / 6;
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
