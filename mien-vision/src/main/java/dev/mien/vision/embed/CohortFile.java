package dev.mien.vision.embed;

import dev.mien.vision.model.FileReference;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a cohort from a pack: vectors one after the other, each component a little-endian 32-bit
 * float. The direction of each is a centre, its length the centre's cap.
 */
final class CohortFile {

  /** Every embedding is compared with every centre. */
  private static final int MAX_CENTRES = 4096;

  private CohortFile() {}

  static Cohort read(ModelPack pack, FileReference file, int dimension, double sharpness)
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
    double[] caps = new double[count];
    for (int k = 0; k < count; k++) {
      double squaredLength = 0;
      for (int i = 0; i < dimension; i++) {
        centres[k][i] = buffer.getFloat();
        squaredLength += (double) centres[k][i] * centres[k][i];
      }
      caps[k] = Math.sqrt(squaredLength);
      if (!(caps[k] > 0 && caps[k] < 1)) {
        throw new ModelPackException(
            "%s: the length of vector %d, its cap, must be between 0 and 1: %s"
                .formatted(file.name(), k, caps[k]));
      }
      Vectors.normalise(centres[k]);
    }
    return new Cohort(centres, caps, sharpness);
  }
}
