package dev.mien.models.quantise;

import com.google.protobuf.ByteString;
import dev.mien.models.onnx.ElementType;
import dev.mien.models.onnx.Initializer;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Collects the constants that a rewritten network needs besides its old ones. Not thread-safe. */
final class Constants {
  private final List<Initializer> all = new ArrayList<>();

  List<Initializer> all() {
    return List.copyOf(all);
  }

  void scalar(String name, float value) {
    add(name, ElementType.FLOAT, Shape.of(), littleEndian(Float.BYTES).putFloat(0, value));
  }

  /** An unsigned byte from 0 to 255. */
  void unsignedByte(String name, int value) {
    add(name, ElementType.UINT8, Shape.of(), littleEndian(1).put(0, (byte) value));
  }

  void floats(String name, float[] values) {
    ByteBuffer data = littleEndian(Float.BYTES * values.length);
    data.asFloatBuffer().put(values);
    add(name, ElementType.FLOAT, Shape.of(values.length), data);
  }

  void integers(String name, int[] values) {
    ByteBuffer data = littleEndian(Integer.BYTES * values.length);
    data.asIntBuffer().put(values);
    add(name, ElementType.INT32, Shape.of(values.length), data);
  }

  void longs(String name, long... values) {
    ByteBuffer data = littleEndian(Long.BYTES * values.length);
    data.asLongBuffer().put(values);
    add(name, ElementType.INT64, Shape.of(values.length), data);
  }

  void signedBytes(String name, Shape shape, byte[] values) {
    add(name, ElementType.INT8, shape, ByteBuffer.wrap(values));
  }

  private void add(String name, ElementType type, Shape shape, ByteBuffer data) {
    all.add(new Initializer(new Value(name, type, shape), ByteString.copyFrom(data)));
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
