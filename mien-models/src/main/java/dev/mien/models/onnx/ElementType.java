package dev.mien.models.onnx;

import java.util.Optional;
import java.util.stream.Stream;

/** The element types that the graphs use. */
public enum ElementType {
  FLOAT(1, Float.BYTES),
  UINT8(2, Byte.BYTES),
  INT8(3, Byte.BYTES),
  INT32(6, Integer.BYTES),
  INT64(7, Long.BYTES);

  private final int code;
  private final int elementBytes;

  ElementType(int code, int elementBytes) {
    this.code = code;
    this.elementBytes = elementBytes;
  }

  /** The type with this value of {@code TensorProto.DataType}, if the graphs use it. */
  static Optional<ElementType> ofCode(int code) {
    return Stream.of(values()).filter(type -> type.code == code).findFirst();
  }

  /** The value of {@code TensorProto.DataType}. */
  int code() {
    return code;
  }

  /** What one element takes in a file. */
  int elementBytes() {
    return elementBytes;
  }
}
