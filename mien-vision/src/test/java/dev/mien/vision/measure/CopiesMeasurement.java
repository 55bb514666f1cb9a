package dev.mien.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageLimits;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

/**
 * Prints how similar copies of a photograph are that were saved anew or resized, and how similar
 * different photographs of a person, as quantiles: what "nearly identical" can mean
 * (docs/adr/0013). Run by {@code mvn -pl mien-vision test -Dtest=CopiesMeasurement}.
 */
class CopiesMeasurement {
  /** Photographs of each person that are compared with one another. */
  private static final int PICTURES_PER_PERSON = 4;

  /** Of how many photographs one is copied. */
  private static final int COPIED_EVERY = 6;

  private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULTS);

  private final FaceEngine engine = TestEngine.shared();
  private final Map<String, List<Double>> similarities = new TreeMap<>();

  @Test
  void copies_and_other_photographs() throws Exception {
    Path folder = SharedFaces.folder("identities");
    Map<String, List<Map<String, float[]>>> ofPerson = new HashMap<>();
    int pictures = 0;
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
      List<Map<String, float[]>> others =
          ofPerson.computeIfAbsent(row.get("identity"), _ -> new ArrayList<>());
      if (others.size() >= PICTURES_PER_PERSON) {
        continue;
      }
      byte[] file = Files.readAllBytes(folder.resolve(row.get("path")));
      Map<String, float[]> vectors = embed(file);
      if (vectors.isEmpty()) {
        continue;
      }
      others.forEach(other -> compare("other photograph, " + row.get("kind"), other, vectors));
      others.add(vectors);
      if (pictures++ % COPIED_EVERY == 0) {
        compareCopies(file, vectors);
      }
    }
    similarities.forEach(CopiesMeasurement::print);
  }

  private void compareCopies(byte[] file, Map<String, float[]> original) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    for (float quality : new float[] {0.95f, 0.75f, 0.5f}) {
      compare("copy, JPEG of quality " + quality, original, embed(jpeg(image, quality)));
    }
    for (double factor : new double[] {2, 0.75, 0.5}) {
      BufferedImage copy = scaled(image, factor);
      // A smaller one would be refused.
      if (Math.min(copy.getWidth(), copy.getHeight()) >= ImageLimits.DEFAULTS.minSide()) {
        compare("copy, " + factor + " as large", original, embed(jpeg(copy, 0.9f)));
      }
    }
  }

  /** The vector of each model version, of the largest face; empty if there is none. */
  private Map<String, float[]> embed(byte[] file) throws Exception {
    Image image = DECODER.decode(file);
    List<Face> faces = engine.detect(image, DetectOptions.LARGEST);
    Map<String, float[]> vectors = new TreeMap<>();
    if (!faces.isEmpty()) {
      engine
          .embedAll(image, faces.getFirst())
          .forEach((version, embedding) -> vectors.put(version, embedding.vector()));
    }
    return vectors;
  }

  private void compare(String kind, Map<String, float[]> one, Map<String, float[]> other) {
    other.forEach(
        (version, vector) ->
            similarities
                .computeIfAbsent("version " + version + ", " + kind, _ -> new ArrayList<>())
                .add(product(one.get(version), vector)));
  }

  private static double product(float[] one, float[] other) {
    assertThat(one).hasSameSizeAs(other);
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  private static void print(String kind, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    StringBuilder line = new StringBuilder();
    for (double share : new double[] {0, 0.01, 0.05, 0.5, 0.95, 0.99, 0.999, 1}) {
      line.append(
          String.format(
              Locale.ROOT, " %.4f", sorted[(int) Math.round(share * (sorted.length - 1))]));
    }
    for (double limit : new double[] {0.9, 0.95, 0.97, 0.98, 0.985, 0.99}) {
      long over = values.stream().filter(value -> value >= limit).count();
      line.append(String.format(Locale.ROOT, "  >=%.3f: %d", limit, over));
    }
    System.out.printf("%-48s %5d:%s%n", kind, sorted.length, line);
  }

  private static BufferedImage scaled(BufferedImage image, double factor) {
    int width = (int) Math.round(image.getWidth() * factor);
    int height = (int) Math.round(image.getHeight() * factor);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return copy;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws Exception {
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    opaque.createGraphics().drawImage(image, 0, 0, null);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(opaque, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
