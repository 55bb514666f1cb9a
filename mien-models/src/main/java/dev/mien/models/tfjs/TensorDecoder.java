package dev.mien.models.tfjs;

import dev.mien.models.tensor.FloatTensor;
import dev.mien.models.tensor.IntTensor;
import dev.mien.models.tensor.Tensor;
import java.nio.ByteBuffer;

/** Turns the stored bytes of one tensor into numbers. */
final class TensorDecoder {
  private TensorDecoder() {}

  /**
   * Decodes a tensor.
   *
   * @param bytes positioned at the first element, little endian; reading moves the position
   */
  static Tensor decode(WeightEntry entry, ByteBuffer bytes) {
    return switch (entry.type()) {
      case FLOAT32 -> new FloatTensor(entry.shape(), floats(entry, bytes));
      case INT32, BOOL -> new IntTensor(entry.shape(), integers(entry, bytes));
      case FLOAT16, UINT16, UINT8 ->
          throw new ModelFormatException(
              "tensor '%s': %s is a packing, not a type".formatted(entry.name(), entry.type()));
    };
  }

  private static float[] floats(WeightEntry entry, ByteBuffer bytes) {
    float[] values = new float[Tensor.elementCount(entry.shape())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) element(entry, bytes);
    }
    return values;
  }

  private static int[] integers(WeightEntry entry, ByteBuffer bytes) {
    int[] values = new int[Tensor.elementCount(entry.shape())];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.toIntExact(Math.round(element(entry, bytes)));
    }
    return values;
  }

  /** One element in double precision, as the original rounds only once, to float. */
  private static double element(WeightEntry entry, ByteBuffer bytes) {
    double stored =
        switch (entry.storedType()) {
          case FLOAT32 -> bytes.getFloat();
          case INT32 -> bytes.getInt();
          case FLOAT16 -> Float.float16ToFloat(bytes.getShort());
          case UINT16 -> Short.toUnsignedInt(bytes.getShort());
          case UINT8, BOOL -> Byte.toUnsignedInt(bytes.get());
        };
    if (entry.quantization().isEmpty()) {
      return stored;
    }
    WeightEntry.Quantization quantization = entry.quantization().get();
    return stored * quantization.scale() + quantization.minimum();
  }
}
