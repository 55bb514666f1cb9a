package dev.mien.vision.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SkinColourTest {

  private static final int SAMPLES = 100;

  @Test
  void skin_in_ordinary_light_departs_little_whatever_its_tone() {
    assertThat(departures(224, 188, 160)).satisfies(SkinColourTest::isUsual);
    assertThat(departures(158, 113, 83)).satisfies(SkinColourTest::isUsual);
    assertThat(departures(92, 61, 44)).satisfies(SkinColourTest::isUsual);
  }

  @Test
  void a_bluer_light_turns_the_hue_the_more_the_bluer_it_is() {
    double usual = departures(200, 150, 120)[0];
    double cool = departures(175, 148, 150)[0];
    double cold = departures(150, 146, 190)[0];

    assertThat(usual).isLessThan(cool);
    assertThat(cool).isLessThan(cold);
  }

  @Test
  void a_faded_face_is_pale_and_one_without_colour_says_nothing() {
    assertThat(departures(180, 170, 162)[2]).isGreaterThan(departures(200, 150, 120)[2]);
    assertThat(departures(140, 140, 140))
        .usingComparatorWithPrecision(0.01)
        .containsExactly(0, 0, 0, 1);
  }

  private static void isUsual(double[] departures) {
    assertThat(departures[0] + departures[1]).isLessThan(0.3);
    assertThat(departures[2]).isLessThan(0.3);
    assertThat(departures[3]).isZero();
  }

  private static double[] departures(int red, int green, int blue) {
    float[] rgb = new float[3 * SAMPLES];
    Arrays.fill(rgb, 0, SAMPLES, red);
    Arrays.fill(rgb, SAMPLES, 2 * SAMPLES, green);
    Arrays.fill(rgb, 2 * SAMPLES, 3 * SAMPLES, blue);
    return SkinColour.of(rgb, new float[SAMPLES]);
  }
}
