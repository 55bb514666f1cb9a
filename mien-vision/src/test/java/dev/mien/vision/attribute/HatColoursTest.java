package dev.mien.vision.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Lab;
import dev.mien.vision.image.Sampling;
import dev.mien.vision.landmark.Landmarks;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * On made pictures: a face of one colour, 100 x 100, with a hat of another right above the brow.
 */
class HatColoursTest {

  private static final int SIDE = 300;
  private static final int SAMPLES = 224;
  private static final int RED = 0;
  private static final int GREEN = 3;
  private static final int DARK_BLUE = 7 + 5;
  private static final int BLACK = 14;
  private static final int WHITE = 17;
  private static final Offset<Float> LITTLE = within(0.05f);

  private static final int SKIN = 0xe0b090;
  private static final int FIELD = 0x30c040;

  @Test
  void a_hat_has_its_own_colour_and_not_that_of_the_skin_or_of_what_is_behind() {
    float[] red = colours(picture(0xd01818, FIELD, 0), 0, false);
    assertThat(red[RED]).isGreaterThan(0.9f);
    assertThat(red[GREEN]).isCloseTo(0, within(0.2f));
    assertThat(colours(picture(0x101850, FIELD, 0), 0, false)[DARK_BLUE]).isGreaterThan(0.8f);
    assertThat(colours(picture(0x101010, FIELD, 0), 0, false)[BLACK]).isGreaterThan(0.9f);
    assertThat(colours(picture(0xf4f4f4, FIELD, 0), 0, false)[WHITE]).isGreaterThan(0.9f);
  }

  @Test
  void a_hat_that_fills_only_the_middle_is_told_apart_from_its_background() {
    float[] narrow = colours(picture(0xd01818, FIELD, 25), 0, false);
    assertThat(narrow[RED]).isGreaterThan(0.8f);
    assertThat(narrow[RED]).isGreaterThan(3 * narrow[GREEN]);
  }

  @Test
  void what_is_outside_of_the_picture_is_no_black_hat() {
    float[] cut = colours(picture(0xd01818, FIELD, 0), 40, false);
    assertThat(cut[RED]).isGreaterThan(0.9f);
    assertThat(cut[BLACK]).isCloseTo(0, LITTLE);
    assertThat(colours(picture(0xd01818, FIELD, 0), 165, false)).containsOnly(0);
  }

  @Test
  void the_mirror_image_has_the_same_colours() {
    float[] plain = colours(picture(0x101850, FIELD, 10), 0, false);
    float[] mirrored = colours(picture(0x101850, FIELD, 10), 0, true);
    assertThat(mirrored).containsExactly(plain, within(1e-4f));
  }

  @Test
  void shares_are_roots_that_add_up_and_a_colour_between_two_counts_for_both() {
    ColourShares shares = new ColourShares();
    double[] amber = {230, 175, 20};
    shares.add(amber, Lab.of(amber), 2);
    float[] values = shares.values();
    double total = 0;
    for (int i = 0; i < 18; i++) {
      total += values[i] * values[i];
    }
    assertThat(total).isCloseTo(1, within(1e-6));
    assertThat(values[1]).isGreaterThan(0.5f);
    assertThat(values[2]).isGreaterThan(0.5f);
    assertThat((double) values[18]).isCloseTo(Lab.of(amber).lightness() / 50, within(1e-6));
    assertThat(values[21]).as("one colour has no spread").isCloseTo(0, LITTLE);
  }

  /**
   * A picture.
   *
   * @param bare columns at both ends of the crown that show the background
   */
  private static Image picture(int hat, int background, int bare) {
    byte[] pixels = new byte[3 * SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean face = x >= 100 && x < 200 && y >= 150 && y < 250;
        boolean crown = x >= 100 + bare && x < 200 - bare && y < 170;
        int rgb = crown ? hat : face ? SKIN : background;
        int at = 3 * (y * SIDE + x);
        pixels[at] = (byte) (rgb >> 16);
        pixels[at + 1] = (byte) (rgb >> 8);
        pixels[at + 2] = (byte) rgb;
      }
    }
    return Image.of(SIDE, SIDE, pixels);
  }

  private static float[] colours(Image image, int cutRows, boolean mirrored) {
    Image shown = cutRows == 0 ? image : below(image, cutRows);
    Landmarks mesh = mesh(cutRows);
    Variation variation = new Variation(0, 0, 1, 0, 1, mirrored);
    FaceFrame frame = FaceFrame.of(mesh);
    HatColours hat = new HatColours(SAMPLES);
    Sampling.take(
        shown,
        frame.square(SAMPLES, FaceFrame.Crop.HEAD, variation),
        SAMPLES,
        SAMPLES,
        (channel, row, samples) -> {
          if (mirrored) {
            for (int left = 0, right = SAMPLES - 1; left < right; left++, right--) {
              float kept = samples[left];
              samples[left] = samples[right];
              samples[right] = kept;
            }
          }
          hat.put(channel, row, samples);
        });
    Similarity cells = frame.square(hat.side(), FaceFrame.Crop.HEAD, variation);
    return hat.of(shown, mesh, cells, mirrored);
  }

  private static Image below(Image image, int rows) {
    int height = image.height() - rows;
    byte[] pixels = new byte[3 * image.width() * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < image.width(); x++) {
        int rgb = image.rgb(x, y + rows);
        int at = 3 * (y * image.width() + x);
        pixels[at] = (byte) (rgb >> 16);
        pixels[at + 1] = (byte) (rgb >> 8);
        pixels[at + 2] = (byte) rgb;
      }
    }
    return Image.of(image.width(), height, pixels);
  }

  /** The face's rectangle, with its brows 20 below the upper edge: all that is looked at. */
  private static Landmarks mesh(int cutRows) {
    float[] points = new float[3 * Landmarks.MESH_POINTS];
    for (int i = 0; i < Landmarks.MESH_POINTS; i++) {
      place(points, i, 150, 200 - cutRows);
    }
    place(points, 10, 150, 150 - cutRows);
    place(points, 152, 150, 250 - cutRows);
    place(points, 234, 100, 200 - cutRows);
    place(points, 454, 200, 200 - cutRows);
    place(points, 105, 125, 170 - cutRows);
    place(points, 334, 175, 170 - cutRows);
    place(points, 50, 125, 215 - cutRows);
    place(points, 280, 175, 215 - cutRows);
    for (int left : new int[] {33, 133}) {
      place(points, left, left == 33 ? 120 : 140, 185 - cutRows);
    }
    for (int right : new int[] {362, 263}) {
      place(points, right, right == 263 ? 180 : 160, 185 - cutRows);
    }
    return Landmarks.of(points);
  }

  private static void place(float[] points, int index, float x, float y) {
    points[3 * index] = x;
    points[3 * index + 1] = y;
  }
}
