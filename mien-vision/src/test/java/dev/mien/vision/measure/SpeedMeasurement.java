package dev.mien.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.TestEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageLimits;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Prints the median processor time of each stage for one photograph of 1280 x 720 pixels with one
 * face, one thread a net. Run by {@code mvn -pl mien-vision test -Dtest=SpeedMeasurement}.
 */
class SpeedMeasurement {

  private static final int ROUNDS = 40;

  /** The thread's own time: all work is done on it, and other programs do not count. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Test
  void one_photograph_of_1280_x_720() throws Exception {
    byte[] jpeg = photograph();
    FaceEngine engine = TestEngine.shared();
    ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULTS);
    Image image = decoder.decode(jpeg);
    DetectOptions many = new DetectOptions(DetectOptions.MAX_FACES, 34, false);
    List<Face> faces = engine.detect(image, DetectOptions.LARGEST);
    assertThat(faces).hasSize(1);

    print("decode", () -> decoder.decode(jpeg));
    print(
        "detect and landmark, one face wanted",
        () -> engine.detect(decoder.decode(jpeg), DetectOptions.LARGEST),
        () -> decoder.decode(jpeg));
    print(
        "detect and landmark, 120 faces wanted",
        () -> engine.detect(decoder.decode(jpeg), many),
        () -> decoder.decode(jpeg));
    for (String version : engine.modelVersions()) {
      print("embed, version " + version, () -> engine.embed(image, faces.getFirst(), version));
    }
    print("embed, all versions", () -> engine.embedAll(image, faces.getFirst()));
    print("attributes", () -> engine.attributes(image, faces.getFirst()));
  }

  private static void print(String stage, Callable<?> work) throws Exception {
    System.out.printf("%-40s %6.1f ms%n", stage, medianMillis(work));
  }

  /** Prints the time of some work less that of the part of it that is not meant. */
  private static void print(String stage, Callable<?> work, Callable<?> lessThis) throws Exception {
    System.out.printf("%-40s %6.1f ms%n", stage, medianMillis(work) - medianMillis(lessThis));
  }

  private static double medianMillis(Callable<?> work) throws Exception {
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      assertThat(work.call()).isNotNull();
      millis[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }

  /** A portrait in the middle of a wide picture. */
  private static byte[] photograph() throws Exception {
    BufferedImage portrait =
        ImageIO.read(new ByteArrayInputStream(TestEngine.photoBytes("sample1.jpg")));
    BufferedImage wide = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = wide.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    int width = portrait.getWidth() * 720 / portrait.getHeight();
    graphics.drawImage(portrait, (1280 - width) / 2, 0, width, 720, null);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(wide, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
