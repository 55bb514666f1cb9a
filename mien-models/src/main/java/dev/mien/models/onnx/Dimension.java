package dev.mien.models.onnx;

import java.util.Objects;

/** One axis of a tensor in a graph. */
public sealed interface Dimension {
  /** The batch axis: the caller of the network chooses its size. */
  Dimension BATCH = new Named("N");

  /** A size that follows from a named one at run time. */
  Dimension UNKNOWN = new Unknown();

  /** A size known at conversion. */
  static Dimension of(long size) {
    return new Fixed(size);
  }

  /**
   * A size known at conversion.
   *
   * @param size zero or more
   */
  record Fixed(long size) implements Dimension {
    public Fixed {
      if (size < 0) {
        throw new IllegalArgumentException("negative dimension " + size);
      }
    }
  }

  /**
   * A size that the caller of the network chooses.
   *
   * @param name its name in the ONNX file; equal names mean equal sizes
   */
  record Named(String name) implements Dimension {
    public Named {
      Objects.requireNonNull(name, "name is null");
    }
  }

  /** A size that only the running network knows. */
  record Unknown() implements Dimension {}
}
