package dev.mien.models.onnx;

/** The element types that the graphs use. */
public enum ElementType {
  FLOAT(1),
  INT64(7);

  private final int code;

  ElementType(int code) {
    this.code = code;
  }

  /** The value of {@code TensorProto.DataType}. */
  int code() {
    return code;
  }
}
