package dev.mien.models.onnx;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Objects;

/**
 * A constant of a graph.
 *
 * @param value its name, type and (fixed) shape
 * @param data the elements, row-major, little endian
 */
public record Initializer(Value value, ByteString data) {
  public Initializer {
    Objects.requireNonNull(value, "value is null");
    Objects.requireNonNull(data, "data is null");
  }

  List<Long> sizes() {
    return value.shape().dimensions().stream()
        .map(dimension -> ((Dimension.Fixed) dimension).size())
        .toList();
  }
}
