package dev.mien.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mien.vision.SharedFaces;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds libjpeg-turbo to the JDK's decoder, on the platforms that it comes with Mien for. */
class TurboJpegTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int MUTANTS = 300;

  @BeforeAll
  static void needsThePlatform() {
    boolean bundled = Loader.getPlatform().equals("linux-x86_64");
    if (!bundled) {
      System.err.println("*** SKIPPED: no libjpeg-turbo comes for this platform ***");
    }
    assumeTrue(bundled, "no libjpeg-turbo");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void photos_have_the_same_pixels_as_with_the_jdk(boolean progressive) throws Exception {
    byte[] jpeg = noisy(333, 217, BufferedImage.TYPE_INT_RGB, progressive);

    assertThat(turbo(jpeg)).isPresent();
    assertSamePixels(turbo(jpeg).orElseThrow(), jdk(jpeg));
  }

  @Test
  void gray_pictures_have_the_same_pixels_as_with_the_jdk() throws Exception {
    byte[] jpeg = noisy(121, 77, BufferedImage.TYPE_BYTE_GRAY, false);

    assertSamePixels(turbo(jpeg).orElseThrow(), jdk(jpeg));
  }

  @Test
  void a_file_without_jfif_and_exif_is_left_to_the_jdk() throws Exception {
    byte[] jpeg = noisy(64, 64, BufferedImage.TYPE_INT_RGB, false);
    int jfif = 2;
    int length = (jpeg[jfif + 2] & 0xff) << 8 | (jpeg[jfif + 3] & 0xff);
    byte[] without = new byte[jpeg.length - 2 - length];
    System.arraycopy(jpeg, 0, without, 0, jfif);
    System.arraycopy(jpeg, jfif + 2 + length, without, jfif, without.length - jfif);

    assertThat(turbo(without)).isEmpty();
  }

  /** SOF1 is read like SOF0; SOF3 is lossless, SOF9 and SOF10 have arithmetic codes. */
  @ParameterizedTest
  @ValueSource(ints = {0xc3, 0xc9, 0xca})
  void a_file_of_a_rare_coding_is_left_to_the_jdk(int frameMarker) throws Exception {
    byte[] jpeg = noisy(64, 64, BufferedImage.TYPE_INT_RGB, false);
    jpeg[segment(jpeg, 0xc0) + 1] = (byte) frameMarker;

    assertThat(turbo(jpeg)).isEmpty();
  }

  @Test
  void a_file_that_lacks_a_huffman_table_is_left_to_the_jdk() throws Exception {
    byte[] jpeg = noisy(64, 64, BufferedImage.TYPE_INT_RGB, false);
    // The first table is named 2 instead of 0, which no component uses.
    jpeg[segment(jpeg, 0xc4) + 4] = 2;

    assertThat(turbo(jpeg)).isEmpty();
    assertThatThrownBy(() -> jdk(jpeg)).isInstanceOf(ImageException.class);
  }

  @Test
  void damaged_files_are_left_to_the_jdk_unless_it_would_take_them_too() throws Exception {
    byte[] jpeg = noisy(160, 120, BufferedImage.TYPE_INT_RGB, false);
    Random random = new Random(20261121);
    int taken = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = jpeg.clone();
      mutant[2 + random.nextInt(jpeg.length - 4)] ^= (byte) (1 << random.nextInt(8));
      taken += acceptedByBoth(mutant);
    }

    assertThat(taken).as("mutants that both decode").isPositive();
  }

  @Test
  void hostile_files_of_the_shared_set_are_decoded_as_by_the_jdk_or_left_to_it() throws Exception {
    int taken = 0;
    try (Stream<Path> files = Files.walk(SharedFaces.folder("robust"))) {
      List<Path> jpegs = files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
      for (Path file : jpegs) {
        byte[] bytes = Files.readAllBytes(file);
        boolean damaged = file.getFileName().toString().startsWith("flip_");
        taken += damaged ? acceptedByBoth(bytes) : compare(bytes);
      }
    }

    assertThat(taken).isPositive();
  }

  /**
   * 1 if libjpeg-turbo takes the file, and then the JDK must too. Tables and coefficients that no
   * encoder writes may overflow differently, so damaged pixels need not be the same.
   */
  private static int acceptedByBoth(byte[] file) throws ImageException {
    Optional<Image> fast;
    try {
      fast = turbo(file);
    } catch (ImageException refusedBeforeAnyDecoder) {
      return 0;
    }
    if (fast.isPresent()) {
      assertThat(jdk(file).width()).isEqualTo(fast.orElseThrow().width());
    }
    return fast.isPresent() ? 1 : 0;
  }

  /** 1 if libjpeg-turbo takes the file; if it does, the JDK must too, with the same pixels. */
  private static int compare(byte[] file) throws ImageException {
    Optional<Image> fast;
    try {
      fast = turbo(file);
    } catch (ImageException refusedBeforeAnyDecoder) {
      return 0;
    }
    if (fast.isPresent()) {
      assertSamePixels(fast.orElseThrow(), jdk(file));
    }
    return fast.isPresent() ? 1 : 0;
  }

  private static Optional<Image> turbo(byte[] file) throws ImageException {
    ImageHeader header = header(file);
    return TurboJpeg.instance().orElseThrow().decode(file, header, 1);
  }

  /** Where a segment begins. */
  private static int segment(byte[] jpeg, int marker) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != marker) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff));
    }
    return at;
  }

  private static Image jdk(byte[] file) throws ImageException {
    return PixelReader.read(file, ImageFormat.JPEG, header(file), LONG);
  }

  private static ImageHeader header(byte[] file) throws ImageException {
    if (ImageFormat.sniff(file) != ImageFormat.JPEG) {
      throw new ImageException(ImageException.Problem.NOT_AN_IMAGE, "not a JPEG");
    }
    ImageHeader header = JpegHeader.read(file);
    if (header.longSide() > ImageLimits.DEFAULTS.jpegMaxSide()) {
      throw new ImageException(ImageException.Problem.RESOLUTION_TOO_HIGH, "too large");
    }
    return header;
  }

  private static void assertSamePixels(Image one, Image other) {
    assertThat(one.width()).isEqualTo(other.width());
    assertThat(one.height()).isEqualTo(other.height());
    assertThat(Arrays.equals(one.pixels(), other.pixels())).as("the same pixels").isTrue();
  }

  private static byte[] noisy(int width, int height, int type, boolean progressive)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x * 255 / width) << 16 | (y * 255 / height) << 8 | random.nextInt(256));
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
