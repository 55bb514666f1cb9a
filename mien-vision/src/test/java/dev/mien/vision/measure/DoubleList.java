package dev.mien.vision.measure;

import java.util.Arrays;

/** A growing array: millions of pairs are too many to box. */
public final class DoubleList {

  private double[] values = new double[1 << 16];
  private int size;

  /** Appends a value. */
  public void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /** A copy. */
  public double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
