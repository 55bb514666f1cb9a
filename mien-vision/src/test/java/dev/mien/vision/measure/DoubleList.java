package dev.mien.vision.measure;

import java.util.Arrays;

/** A growing array: millions of pairs are too many to box. */
final class DoubleList {

  private double[] values = new double[1 << 16];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
