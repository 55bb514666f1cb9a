package dev.mien.models.onnx;

import java.util.List;
import java.util.stream.LongStream;

/** A named constant of a node. */
public sealed interface Attribute {
  String name();

  static Attribute of(String name, long value) {
    return new Int(name, value);
  }

  static Attribute of(String name, float value) {
    return new Real(name, value);
  }

  static Attribute of(String name, String value) {
    return new Text(name, value);
  }

  static Attribute list(String name, long... values) {
    return new IntList(name, LongStream.of(values).boxed().toList());
  }

  /**
   * One integer.
   *
   * @param name as ONNX names it
   * @param value any
   */
  record Int(String name, long value) implements Attribute {}

  /**
   * One float.
   *
   * @param name as ONNX names it
   * @param value any
   */
  record Real(String name, float value) implements Attribute {}

  /**
   * One string.
   *
   * @param name as ONNX names it
   * @param value any
   */
  record Text(String name, String value) implements Attribute {}

  /**
   * Several integers.
   *
   * @param name as ONNX names it
   * @param values any
   */
  record IntList(String name, List<Long> values) implements Attribute {
    public IntList {
      values = List.copyOf(values);
    }
  }
}
