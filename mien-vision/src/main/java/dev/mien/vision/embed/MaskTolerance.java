package dev.mien.vision.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How two faces are compared when one of them wears a mask: by the mean of the similarity of the
 * whole faces and of that of their upper halves, which has a calibration of its own, counted on
 * faces with drawn masks against bare ones (MaskedMeasurement in the tests).
 */
public final class MaskTolerance {

  /**
   * The share of the upper halves. Of 0, 0.3, 0.5, 0.7 and 1, the best at low false match rates.
   */
  public static final double UPPER_WEIGHT = 0.5;

  private static final String TABLE = "/dev/mien/vision/embed/masked.calibration.txt";

  private MaskTolerance() {}

  /**
   * The combined similarity, -1..1.
   *
   * @param whole of the whole faces
   * @param upper of the upper halves
   */
  public static double similarity(double whole, double upper) {
    return (1 - UPPER_WEIGHT) * whole + UPPER_WEIGHT * upper;
  }

  /**
   * What the combined similarity means; empty when the table was counted with another embedder.
   *
   * @param embedder that made the embeddings
   */
  public static Optional<EmbedderInfo> calibration(EmbedderInfo embedder) {
    List<String> lines = lines();
    if (!lines.getFirst().equals("# " + embedder.id())) {
      return Optional.empty();
    }
    List<double[]> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(" ", -1);
      rows.add(new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])});
    }
    return Optional.of(
        new EmbedderInfo(
            embedder.id() + "-masked",
            embedder.dimension(),
            rows.stream().mapToDouble(row -> row[0]).toArray(),
            rows.stream().mapToDouble(row -> row[1]).toArray()));
  }

  /** The first line names the embedder, each other one has a similarity and a logarithm. */
  private static List<String> lines() {
    try (InputStream stream = MaskTolerance.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + TABLE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }
}
