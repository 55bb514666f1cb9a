package dev.mien.vision.embed;

import dev.mien.vision.model.FileReference;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an embedder's calibration from a pack: a text with two numbers a line, a similarity and the
 * decimal logarithm of its false match rate; lines that begin with # are comments and say how it
 * was made.
 */
final class CalibrationFile {

  private CalibrationFile() {}

  static EmbedderInfo read(ModelPack pack, FileReference file, String embedderId, int dimension)
      throws ModelPackException {
    List<double[]> rows = new ArrayList<>();
    String text = new String(pack.read(file), StandardCharsets.UTF_8);
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        rows.add(row(file, line));
      }
    }
    try {
      return new EmbedderInfo(
          embedderId,
          dimension,
          rows.stream().mapToDouble(row -> row[0]).toArray(),
          rows.stream().mapToDouble(row -> row[1]).toArray());
    } catch (IllegalArgumentException e) {
      throw new ModelPackException(file.name() + ": " + e.getMessage(), e);
    }
  }

  private static double[] row(FileReference file, String line) throws ModelPackException {
    String[] cells = line.split("\\s+", -1);
    if (cells.length != 2) {
      throw new ModelPackException(file.name() + ": '" + line + "' is not two numbers");
    }
    try {
      return new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])};
    } catch (NumberFormatException e) {
      throw new ModelPackException(file.name() + ": '" + line + "' is not two numbers", e);
    }
  }
}
