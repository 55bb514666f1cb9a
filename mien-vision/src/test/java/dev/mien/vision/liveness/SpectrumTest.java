package dev.mien.vision.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumTest {

  private static final int SIDE = 64;

  /** Samples to a wave of the grid. */
  private static final double PERIOD = 3.3;

  @Test
  void a_grid_that_is_photographed_through_a_grid_stands_out_of_the_noise() {
    double without = Spectrum.of(noise(0), SIDE).peak();
    double faint = Spectrum.of(noise(3), SIDE).peak();
    double plain = Spectrum.of(noise(12), SIDE).peak();

    assertThat(faint).isGreaterThan(without);
    assertThat(plain).isGreaterThan(faint + 1);
  }

  @Test
  void blur_takes_the_finest_ring_first() {
    float[] sharp = noise(0);
    Spectrum before = Spectrum.of(sharp, SIDE);
    Spectrum after = Spectrum.of(smoothed(sharp), SIDE);

    int finest = Spectrum.RINGS - 1;
    assertThat(after.share(finest) - before.share(finest))
        .isLessThan(after.share(1) - before.share(1) - 1);
  }

  @Test
  void what_has_no_detail_has_no_peak() {
    float[] even = new float[SIDE * SIDE];
    Arrays.fill(even, 100);

    assertThat(Spectrum.of(even, SIDE).peak()).isLessThan(0.1);
  }

  private static float[] noise(double grid) {
    Random random = new Random(7);
    float[] samples = new float[SIDE * SIDE];
    for (int i = 0; i < samples.length; i++) {
      double wave = Math.cos(2 * Math.PI * (i % SIDE) / PERIOD);
      samples[i] = (float) (128 + 8 * random.nextGaussian() + grid * wave);
    }
    return samples;
  }

  private static float[] smoothed(float[] samples) {
    float[] smooth = new float[samples.length];
    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        for (int near = 0; near < 9; near++) {
          smooth[y * SIDE + x] += samples[(y + near / 3 - 1) * SIDE + x + near % 3 - 1] / 9;
        }
      }
    }
    return smooth;
  }
}
