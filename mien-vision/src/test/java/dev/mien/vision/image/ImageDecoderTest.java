package dev.mien.vision.image;

import static dev.mien.vision.image.Pictures.BOTTOM_LEFT;
import static dev.mien.vision.image.Pictures.BOTTOM_RIGHT;
import static dev.mien.vision.image.Pictures.HEIGHT;
import static dev.mien.vision.image.Pictures.TOP_LEFT;
import static dev.mien.vision.image.Pictures.TOP_RIGHT;
import static dev.mien.vision.image.Pictures.WIDTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.vision.image.ImageException.Problem;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

  private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULTS);

  /** What JPEG may change in the middle of an even area. */
  private static final int JPEG_TOLERANCE = 6;

  @Test
  void a_baseline_jpeg_keeps_its_colours() throws Exception {
    assertQuadrants(DECODER.decode(jpeg()), JPEG_TOLERANCE);
  }

  @Test
  void a_progressive_jpeg_keeps_its_colours() throws Exception {
    assertQuadrants(
        DECODER.decode(jpeg(Pictures.quadrants(BufferedImage.TYPE_INT_RGB), true)), JPEG_TOLERANCE);
  }

  @Test
  void a_gray_jpeg_keeps_its_brightness() throws Exception {
    Image image = DECODER.decode(jpeg(grayRamp(DataBuffer.TYPE_BYTE), false));

    assertGrayRamp(image, 2);
  }

  @Test
  void a_cmyk_jpeg_as_photoshop_writes_it_keeps_its_colours() throws Exception {
    BufferedImage quadrants = Pictures.quadrants(BufferedImage.TYPE_INT_RGB);
    WritableRaster inks =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int rgb = quadrants.getRGB(x, y);
        // Adobe stores the paper that shows through: 255 less the ink, and here there is no black
        // ink.
        inks.setPixel(x, y, new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 255});
      }
    }

    Image image = DECODER.decode(withAdobeMarker(write(inks)));

    assertQuadrants(image, 2 * JPEG_TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, false, d02020, 20c030", "2, false, 20c030, d02020", "3, false, e0d020, 2030e0",
    "4, false, 2030e0, e0d020", "5, true,  d02020, 2030e0", "6, true,  2030e0, d02020",
    "7, true,  e0d020, 20c030", "8, true,  20c030, e0d020"
  })
  void each_exif_orientation_is_turned_for_display(
      int orientation, boolean swapped, String topLeft, String topRight) throws Exception {
    Image image = DECODER.decode(withExif(jpeg(), orientation));

    assertThat(image.width()).isEqualTo(swapped ? HEIGHT : WIDTH);
    assertThat(image.height()).isEqualTo(swapped ? WIDTH : HEIGHT);
    assertNear(image, 0.25, 0.25, Integer.parseInt(topLeft, 16), JPEG_TOLERANCE);
    assertNear(image, 0.75, 0.25, Integer.parseInt(topRight, 16), JPEG_TOLERANCE);
  }

  @Test
  void a_png_is_exact() throws Exception {
    assertQuadrants(DECODER.decode(png(BufferedImage.TYPE_INT_RGB)), 0);
  }

  @Test
  void a_png_with_a_palette_is_exact() throws Exception {
    int[] colours = {TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT};
    IndexColorModel palette =
        new IndexColorModel(2, 4, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette);
    Pictures.paint(image);

    assertQuadrants(DECODER.decode(Pictures.encode(image, "png")), 0);
  }

  @Test
  void a_transparent_png_lies_on_white() throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, x < WIDTH / 2 ? 0x00123456 : 0x80000000);
      }
    }

    Image decoded = DECODER.decode(Pictures.encode(image, "png"));

    assertNear(decoded, 0.25, 0.5, 0xffffff, 0);
    assertNear(decoded, 0.75, 0.5, 0x7f7f7f, 0);
  }

  @Test
  void a_sixteen_bit_png_is_rounded_to_eight() throws Exception {
    assertGrayRamp(DECODER.decode(Pictures.encode(grayRamp(DataBuffer.TYPE_USHORT), "png")), 0);
  }

  @Test
  void a_gray_png_keeps_its_brightness() throws Exception {
    assertGrayRamp(DECODER.decode(Pictures.encode(grayRamp(DataBuffer.TYPE_BYTE), "png")), 0);
  }

  @Test
  void an_interlaced_png_is_exact() throws Exception {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);

    byte[] bytes = write(writer, Pictures.quadrants(BufferedImage.TYPE_INT_RGB), parameters);

    assertThat(bytes[28]).as("interlace method in the header").isEqualTo((byte) 1);
    assertQuadrants(DECODER.decode(bytes), 0);
  }

  @Test
  void a_bitmap_is_exact() throws Exception {
    assertQuadrants(DECODER.decode(bitmap(BufferedImage.TYPE_3BYTE_BGR)), 0);
  }

  @Test
  void a_bitmap_stored_from_the_top_is_the_right_way_up() throws Exception {
    byte[] bytes = bitmap(BufferedImage.TYPE_3BYTE_BGR);
    int rowBytes = WIDTH * 3;
    byte[] upright = bytes.clone();
    for (int row = 0; row < HEIGHT; row++) {
      System.arraycopy(
          bytes, 54 + row * rowBytes, upright, 54 + (HEIGHT - 1 - row) * rowBytes, rowBytes);
    }
    ByteBuffer.wrap(upright).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -HEIGHT);

    assertQuadrants(DECODER.decode(upright), 0);
  }

  @Test
  void the_fourth_byte_of_a_bitmap_is_no_alpha() throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(54 + 4 * 64 * 64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'B').put((byte) 'M').putInt(bytes.capacity()).putInt(0).putInt(54);
    bytes.putInt(40).putInt(64).putInt(64).putShort((short) 1).putShort((short) 32).putInt(0);
    bytes.position(54);
    while (bytes.hasRemaining()) {
      bytes.putInt(0x00336699);
    }

    assertNear(DECODER.decode(bytes.array()), 0.5, 0.5, 0x336699, 0);
  }

  @Test
  void nothing_is_empty() {
    assertProblem(new byte[0], Problem.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "<svg xmlns='http://www.w3.org/2000/svg'/>", "PK\u0003\u0004", "B"})
  void other_bytes_are_no_image(String text) {
    assertProblem(text.getBytes(StandardCharsets.ISO_8859_1), Problem.NOT_AN_IMAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GIF89a-----", "RIFF----WEBPVP8 ", "II*\0----", "\0\0\0 ftypavif"})
  void other_formats_are_refused_by_name(String head) {
    assertProblem(head.getBytes(StandardCharsets.ISO_8859_1), Problem.FORMAT_NOT_SUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 25, 50, 75, 95, 99})
  void a_truncated_jpeg_is_refused_wherever_it_is_cut(int percent) throws Exception {
    byte[] whole = jpeg();

    assertProblem(
        Arrays.copyOf(whole, Math.max(4, whole.length * percent / 100)), Problem.DECODE_FAILED);
  }

  @Test
  void a_jpeg_cut_in_the_middle_is_refused_even_with_an_end_marker() throws Exception {
    byte[] cut = Arrays.copyOf(jpeg(), jpeg().length / 2);
    cut[cut.length - 2] = (byte) 0xff;
    cut[cut.length - 1] = (byte) 0xd9;

    assertProblem(cut, Problem.DECODE_FAILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 25, 50, 75, 95})
  void a_truncated_png_is_refused(int percent) throws Exception {
    byte[] whole = png(BufferedImage.TYPE_INT_RGB);

    assertProblem(Arrays.copyOf(whole, whole.length * percent / 100), Problem.DECODE_FAILED);
  }

  @Test
  void a_truncated_bitmap_is_refused() throws Exception {
    byte[] whole = bitmap(BufferedImage.TYPE_3BYTE_BGR);

    assertProblem(Arrays.copyOf(whole, whole.length / 2), Problem.DECODE_FAILED);
  }

  @Test
  void bytes_after_the_end_of_a_jpeg_are_ignored() throws Exception {
    assertQuadrants(DECODER.decode(Arrays.copyOf(jpeg(), jpeg().length + 10_000)), JPEG_TOLERANCE);
  }

  @Test
  void a_jpeg_side_of_4000_pixels_is_allowed_and_4001_is_not() throws Exception {
    assertThat(
            DECODER
                .decode(jpeg(new BufferedImage(4000, 64, BufferedImage.TYPE_INT_RGB), false))
                .width())
        .isEqualTo(4000);
    assertProblem(
        jpeg(new BufferedImage(4001, 64, BufferedImage.TYPE_INT_RGB), false),
        Problem.RESOLUTION_TOO_HIGH);
  }

  @Test
  void a_png_side_of_2000_pixels_is_allowed_and_2001_is_not() throws Exception {
    assertThat(DECODER.decode(encoded(64, 2000)).height()).isEqualTo(2000);
    assertProblem(encoded(64, 2001), Problem.RESOLUTION_TOO_HIGH);
  }

  @Test
  void a_side_of_64_pixels_is_allowed_and_63_is_not() throws Exception {
    assertThat(DECODER.decode(encoded(64, 64)).height()).isEqualTo(64);
    assertProblem(encoded(63, 64), Problem.RESOLUTION_TOO_LOW);
  }

  @Test
  void a_header_that_promises_billions_of_pixels_is_refused_before_they_are_allocated()
      throws Exception {
    byte[] bytes = encoded(64, 64);
    ByteBuffer.wrap(bytes).putInt(16, Integer.MAX_VALUE).putInt(20, Integer.MAX_VALUE);

    assertProblem(bytes, Problem.RESOLUTION_TOO_HIGH);
  }

  @Test
  void more_scans_than_allowed_are_not_decoded() throws Exception {
    ImageDecoder strict =
        new ImageDecoder(new ImageLimits(4000, 2000, 64, 3, Duration.ofSeconds(5)));
    byte[] progressive = jpeg(Pictures.quadrants(BufferedImage.TYPE_INT_RGB), true);

    assertThatThrownBy(() -> strict.decode(progressive))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_SLOW));
  }

  @Test
  void decoding_is_given_up_at_the_deadline() throws Exception {
    ImageDecoder hasty = new ImageDecoder(new ImageLimits(4000, 2000, 64, 64, Duration.ofNanos(1)));
    byte[] bytes = encoded(2000, 2000);

    assertThatThrownBy(() -> hasty.decode(bytes))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_SLOW));
  }

  private static byte[] encoded(int width, int height) throws IOException {
    return Pictures.encode(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  private static byte[] png(int type) throws IOException {
    return Pictures.encode(Pictures.quadrants(type), "png");
  }

  private static byte[] bitmap(int type) throws IOException {
    return Pictures.encode(Pictures.quadrants(type), "bmp");
  }

  private static byte[] jpeg() throws IOException {
    return jpeg(Pictures.quadrants(BufferedImage.TYPE_INT_RGB), false);
  }

  private static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(0.95f);
    parameters.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    return write(writer, image, parameters);
  }

  private static byte[] write(ImageWriter writer, BufferedImage image, ImageWriteParam parameters)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Four components as they are, without any colour conversion. */
  private static byte[] write(Raster raster) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(0.95f);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Puts an APP14 segment that says "CMYK, not transformed" behind SOI. */
  private static byte[] withAdobeMarker(byte[] jpeg) {
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + 16);
    bytes.put(jpeg, 0, 2);
    bytes
        .putShort((short) 0xffee)
        .putShort((short) 14)
        .put("Adobe".getBytes(StandardCharsets.US_ASCII));
    bytes.putShort((short) 100).putShort((short) 0).putShort((short) 0).put((byte) 0);
    bytes.put(jpeg, 2, jpeg.length - 2);
    return bytes.array();
  }

  /** Puts a minimal EXIF block, one tag in one directory, behind SOI. */
  private static byte[] withExif(byte[] jpeg, int orientation) {
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + 36);
    bytes.put(jpeg, 0, 2);
    bytes
        .putShort((short) 0xffe1)
        .putShort((short) 34)
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    bytes.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
    bytes.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    bytes.putShort((short) orientation).putShort((short) 0).putInt(0);
    bytes.put(jpeg, 2, jpeg.length - 2);
    return bytes.array();
  }

  /** From black at the left to white at the right, in the sample values themselves. */
  private static BufferedImage grayRamp(int dataType) {
    ComponentColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            false,
            false,
            ComponentColorModel.OPAQUE,
            dataType);
    WritableRaster raster = colours.createCompatibleWritableRaster(256, 64);
    int factor = dataType == DataBuffer.TYPE_USHORT ? 257 : 1;
    for (int x = 0; x < 256; x++) {
      for (int y = 0; y < 64; y++) {
        raster.setSample(x, y, 0, x * factor);
      }
    }
    assertThat(new ImageTypeSpecifier(colours, raster.getSampleModel()).getNumBands()).isEqualTo(1);
    return new BufferedImage(colours, raster, false, null);
  }

  private static void assertGrayRamp(Image image, int tolerance) {
    for (int x = 0; x < 256; x += 15) {
      assertNear(image, (x + 0.5) / 256, 0.5, x << 16 | x << 8 | x, tolerance);
    }
  }

  private static void assertQuadrants(Image image, int tolerance) {
    assertThat(image.width()).isEqualTo(WIDTH);
    assertThat(image.height()).isEqualTo(HEIGHT);
    assertNear(image, 0.25, 0.25, TOP_LEFT, tolerance);
    assertNear(image, 0.75, 0.25, TOP_RIGHT, tolerance);
    assertNear(image, 0.25, 0.75, BOTTOM_LEFT, tolerance);
    assertNear(image, 0.75, 0.75, BOTTOM_RIGHT, tolerance);
  }

  private static void assertNear(Image image, double x, double y, int expected, int tolerance) {
    int actual = image.rgb((int) (x * image.width()), (int) (y * image.height()));
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(actual >> shift & 0xff)
          .as("%06x, expected %06x at %s, %s", actual, expected, x, y)
          .isBetween(
              (expected >> shift & 0xff) - tolerance, (expected >> shift & 0xff) + tolerance);
    }
  }

  private static void assertProblem(byte[] bytes, Problem problem) {
    assertThatThrownBy(() -> DECODER.decode(bytes))
        .isInstanceOfSatisfying(
            ImageException.class,
            e -> assertThat(e.problem()).as(e.getMessage()).isEqualTo(problem));
  }
}
