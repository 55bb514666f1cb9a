package dev.mien.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.TestEngine;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A photo of so many pixels that it is decoded at half the size first. */
class LargePhotoTest {
  private static final int WIDTH = 2601;

  private static byte[] jpeg = {};
  private static Image full = Image.of(1, 1, new byte[3]);

  @BeforeAll
  static void enlargeAPhoto() throws Exception {
    BufferedImage photo =
        ImageIO.read(new ByteArrayInputStream(TestEngine.photoBytes("sample1.jpg")));
    int height = WIDTH * photo.getHeight() / photo.getWidth();
    BufferedImage large = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(photo, 0, 0, WIDTH, height, null);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(large, "jpeg", bytes);
    jpeg = bytes.toByteArray();
    full = PixelReader.read(jpeg, ImageFormat.JPEG, JpegHeader.read(jpeg), Duration.ofMinutes(1));
  }

  @Test
  void has_the_pixels_of_the_file_when_it_is_looked_at_closely() throws Exception {
    Image photo = decoded();

    assertThat(photo.rgb(WIDTH - 1, 0)).isEqualTo(full.rgb(WIDTH - 1, 0));
    assertThat(Arrays.equals(photo.pixels(), full.pixels())).isTrue();
  }

  @Test
  void has_a_half_that_is_hardly_different_from_the_mean_of_each_four_pixels() throws Exception {
    Image half = decoded().halved();
    Image means = full.halved();

    assertThat(half.width()).isEqualTo(means.width());
    assertThat(half.height()).isEqualTo(means.height());
    long difference = 0;
    for (int i = 0; i < half.pixels().length; i++) {
      difference += Math.abs((half.pixels()[i] & 0xff) - (means.pixels()[i] & 0xff));
    }
    assertThat((double) difference / half.pixels().length).isLessThan(2);
  }

  @Test
  void has_the_same_face_as_when_all_of_it_is_decoded() throws Exception {
    FaceEngine engine = TestEngine.shared();
    List<Face> expected = engine.detect(full, DetectOptions.LARGEST);
    Image photo = decoded();

    List<Face> found = engine.detect(photo, DetectOptions.LARGEST);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().box().intersectionOverUnion(expected.getFirst().box()))
        .isGreaterThan(0.95);
    for (String version : engine.modelVersions()) {
      assertThat(
              engine
                  .embed(photo, found.getFirst(), version)
                  .similarity(engine.embed(full, expected.getFirst(), version)))
          .isCloseTo(1, within(0.02));
    }
  }

  @Test
  void is_refused_when_its_data_end_too_early() {
    byte[] cut = Arrays.copyOf(jpeg, jpeg.length * 2 / 3);
    cut[cut.length - 2] = (byte) 0xff;
    cut[cut.length - 1] = (byte) 0xd9;

    assertThatThrownBy(() -> new ImageDecoder(ImageLimits.DEFAULTS).decode(cut))
        .isInstanceOf(ImageException.class);
  }

  @Test
  void must_be_twice_as_large_as_its_half() {
    Image half = Image.of(2, 1, new byte[6]);

    assertThatThrownBy(() -> Image.deferred(5, 2, half, () -> new byte[30]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Image decoded() throws ImageException {
    return new ImageDecoder(ImageLimits.DEFAULTS).decode(jpeg);
  }
}
