package dev.mien.vision.embed;

import dev.mien.vision.model.FileReference;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the centres of a cohort from a pack: the vectors one after the other, each component a
 * little-endian 32-bit float.
 */
final class CohortFile {

  /** Every embedding is compared with every centre. */
  private static final int MAX_CENTRES = 4096;

  private CohortFile() {}

  static float[][] read(ModelPack pack, FileReference file, int dimension)
      throws ModelPackException {
    byte[] bytes = pack.read(file);
    int vectorBytes = Float.BYTES * dimension;
    int count = bytes.length / vectorBytes;
    if (count < 1 || count > MAX_CENTRES || bytes.length % vectorBytes != 0) {
      throw new ModelPackException(
          "%s has %d bytes, which are not 1..%d vectors of %d floats"
              .formatted(file.name(), bytes.length, MAX_CENTRES, dimension));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[][] centres = new float[count][dimension];
    for (float[] centre : centres) {
      for (int i = 0; i < dimension; i++) {
        centre[i] = buffer.getFloat();
        if (!Float.isFinite(centre[i])) {
          throw new ModelPackException(file.name() + " has a number that is not finite");
        }
      }
      Vectors.normalise(centre);
    }
    return centres;
  }
}
