package dev.mien.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.vision.geometry.Similarity;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatchTest {

  private static final Similarity SAME = new Similarity(1, 0, 0, 0);

  @Test
  void a_patch_of_the_same_size_is_the_picture() {
    Image image = stripes(8, 6);
    Patch patch = new Patch(8, 6);

    patch.fill(image, SAME);

    for (int y = 0; y < 6; y++) {
      for (int x = 0; x < 8; x++) {
        assertThat(patch.planes()[y * 8 + x]).isEqualTo(image.rgb(x, y) >> 16);
        assertThat(patch.planes()[2 * 48 + y * 8 + x]).isEqualTo(image.rgb(x, y) & 0xff);
      }
    }
  }

  @Test
  void outside_of_the_picture_is_black() {
    Patch patch = new Patch(4, 4);
    patch.fill(white(4, 4), new Similarity(1, 0, 100, 100));

    assertThat(patch.planes()).containsOnly(0f);
  }

  @Test
  void half_a_pixel_off_is_the_mean_of_two() {
    Image image = Image.of(2, 1, new byte[] {10, 0, 0, 30, 0, 0});
    Patch patch = new Patch(1, 1);

    patch.fill(image, new Similarity(1, 0, 0.5, 0));

    assertThat(patch.planes()[0]).isCloseTo(20, within(1e-5f));
  }

  @Test
  void shrinking_averages_what_lies_between_the_samples() {
    Image image = stripes(64, 64);
    Patch patch = new Patch(8, 8);

    patch.fill(image, new Similarity(8, 0, 0, 0));

    // Columns alternate between 0 and 200: any sampler that skips columns would give one of these.
    for (int i = 0; i < 64; i++) {
      assertThat(patch.planes()[i]).isCloseTo(100, within(1f));
    }
  }

  @Test
  void an_upright_patch_is_the_same_as_one_that_is_turned_by_next_to_nothing() {
    Random random = new Random(4);
    Image image = noise(37, 29, random);
    for (int i = 0; i < 200; i++) {
      double scale = 0.05 + 3 * random.nextDouble();
      double x = 60 * random.nextDouble() - 20;
      double y = 60 * random.nextDouble() - 20;
      Patch upright = new Patch(16, 12);
      Patch turned = new Patch(16, 12);

      upright.fill(image, new Similarity(scale, 0, x, y));
      turned.fill(image, new Similarity(scale, Double.MIN_NORMAL, x, y));

      assertThat(upright.planes()).containsExactly(turned.planes());
    }
  }

  @Test
  void a_picture_of_odd_size_is_halved_without_losing_its_last_column() {
    Image image = Image.of(3, 1, new byte[] {10, 10, 10, 20, 20, 20, 90, 90, 90});

    Image half = image.halved();

    assertThat(half.width()).isEqualTo(2);
    assertThat(half.rgb(0, 0)).isEqualTo(0x0f0f0f);
    assertThat(half.rgb(1, 0)).isEqualTo(0x5a5a5a);
  }

  @Test
  void mirroring_swaps_left_and_right() {
    Patch patch = new Patch(8, 6);
    patch.fill(stripes(8, 6), SAME);
    float[] before = patch.planes().clone();

    patch.mirror();

    for (int at = 0; at < before.length; at++) {
      int row = at / 8;
      assertThat(patch.planes()[at]).isEqualTo(before[row * 8 + 7 - at % 8]);
    }
  }

  private static Image stripes(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[3 * (y * width + x)] = (byte) (x % 2 == 0 ? 0 : 200);
        rgb[3 * (y * width + x) + 2] = (byte) (3 * x + y);
      }
    }
    return Image.of(width, height, rgb);
  }

  private static Image white(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    java.util.Arrays.fill(rgb, (byte) 255);
    return Image.of(width, height, rgb);
  }

  private static Image noise(int width, int height, Random random) {
    byte[] rgb = new byte[3 * width * height];
    random.nextBytes(rgb);
    return Image.of(width, height, rgb);
  }
}
