package dev.mien.vision.embed;

import dev.mien.vision.model.FileReference;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.nio.charset.StandardCharsets;

/** Reads a vector of a pack: a text of one number a line; lines that begin with # are comments. */
final class VectorFile {

  private VectorFile() {}

  static float[] read(ModelPack pack, FileReference file, int dimension) throws ModelPackException {
    String text = new String(pack.read(file), StandardCharsets.UTF_8);
    float[] vector = new float[dimension];
    int count = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (count < dimension) {
        vector[count] = number(file, line);
      }
      count++;
    }
    if (count != dimension) {
      throw new ModelPackException(
          file.name() + " has " + count + " numbers; the net's vectors have " + dimension);
    }
    return vector;
  }

  private static float number(FileReference file, String line) throws ModelPackException {
    try {
      float value = Float.parseFloat(line);
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new ModelPackException(file.name() + ": '" + line + "' is no number", e);
    }
    throw new ModelPackException(file.name() + ": '" + line + "' is not finite");
  }
}
