package dev.mien.models.convert;

import dev.mien.models.onnx.Value;
import dev.mien.models.tensor.Tensor;
import java.util.Objects;

/** What a node of the TensorFlow graph has become. */
sealed interface Operand {
  /**
   * A tensor known at conversion, in TensorFlow's layout.
   *
   * @param tensor its elements
   */
  record Constant(Tensor tensor) implements Operand {
    public Constant {
      Objects.requireNonNull(tensor, "tensor is null");
    }
  }

  /**
   * A value of the ONNX graph.
   *
   * @param value where to find it
   * @param layout the order of its axes
   */
  record Computed(Value value, Layout layout) implements Operand {
    public Computed {
      Objects.requireNonNull(value, "value is null");
      Objects.requireNonNull(layout, "layout is null");
      if (layout == Layout.CHANNELS_FIRST && value.shape().rank() != Layout.IMAGE_RANK) {
        throw new IllegalArgumentException("only images have channels: " + value);
      }
    }

    /** A value that lies as in the TensorFlow graph. */
    static Computed plain(Value value) {
      return new Computed(value, Layout.PLAIN);
    }

    /** An image that lies as ONNX wants it. */
    static Computed image(Value value) {
      return new Computed(value, Layout.CHANNELS_FIRST);
    }

    /** Another value in the same layout. */
    Computed with(Value other) {
      return new Computed(other, layout);
    }
  }
}
