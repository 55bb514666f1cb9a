package dev.mien.vision.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColourCuesTest {

  private static final int SAMPLES = 4096;
  private static final int SATURATION_MEAN = 6;
  private static final int SATURATION_SKEW = 8;
  private static final int CLIPPED = ColourCues.COUNT - 1;

  @Test
  void light_on_a_surface_lifts_the_dark_colours_and_takes_what_was_most_saturated() {
    double[] live = ColourCues.of(face(1, 0));
    double[] shown = ColourCues.of(face(0.8, 40));

    assertThat(shown[SATURATION_MEAN]).isLessThan(live[SATURATION_MEAN]);
    assertThat(shown[SATURATION_SKEW]).isLessThan(live[SATURATION_SKEW]);
  }

  @Test
  void what_shines_is_clipped() {
    double[] dull = ColourCues.of(face(1, 0));
    double[] shiny = ColourCues.of(face(1.6, 0));

    assertThat(shiny[CLIPPED]).isGreaterThan(dull[CLIPPED] + 0.3);
  }

  @Test
  void a_picture_without_colour_or_light_has_finite_cues() {
    float[] gray = new float[3 * SAMPLES];
    Arrays.fill(gray, 128);

    assertThat(ColourCues.of(gray)[SATURATION_MEAN]).isZero();
    assertThat(Arrays.stream(ColourCues.of(gray))).allMatch(Double::isFinite);
    assertThat(Arrays.stream(ColourCues.of(new float[gray.length]))).allMatch(Double::isFinite);
  }

  /** Skin in most samples and dark reddish hair, lips and shade in the others. */
  private static float[] face(double gain, double lift) {
    Random random = new Random(5);
    float[] rgb = new float[3 * SAMPLES];
    int[] skin = {205, 155, 125};
    int[] shade = {70, 30, 20};
    for (int i = 0; i < SAMPLES; i++) {
      int[] colour = random.nextInt(5) == 0 ? shade : skin;
      double light = 0.9 + 0.2 * random.nextDouble();
      for (int channel = 0; channel < 3; channel++) {
        double value = lift + gain * light * colour[channel];
        rgb[channel * SAMPLES + i] = (float) Math.min(255, value);
      }
    }
    return rgb;
  }
}
