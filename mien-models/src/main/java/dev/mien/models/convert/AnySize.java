package dev.mien.models.convert;

import com.google.protobuf.ByteString;
import dev.mien.models.onnx.Dimension;
import dev.mien.models.onnx.Initializer;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.Node;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets a network that was published for pictures of one size take others.
 *
 * <p>This is right where nothing in it looks at the whole picture: convolutions, pools and
 * element-wise operators give each place what they see around it. What is bound to the size are the
 * declared input and the reshapes at the end, which list the values of all cells row by row: their
 * count is left open. Zeros around a picture (TensorFlow's SAME) are as many for each size that,
 * like the published one, is a multiple of all strides together; for others the network would be
 * another.
 */
public final class AnySize {
  /** The names of the free axes; equal names mean equal sizes. */
  private static final Dimension HEIGHT = new Dimension.Named("H");

  private static final Dimension WIDTH = new Dimension.Named("W");

  private static final Set<String> LOCAL =
      Set.of("Conv", "MaxPool", "Pad", "Add", "Relu", "Transpose", "Reshape", "Identity");

  /** In the target of a reshape: keep the size of this axis. */
  private static final long KEEP = 0;

  /** In the target of a reshape: what is left over. */
  private static final long REST = -1;

  /** A reshape makes a list of cells of each item: the batch, the cells, the values of a cell. */
  private static final int LIST_RANK = 3;

  private AnySize() {}

  /**
   * The network with height and width free.
   *
   * @throws ConversionException if it has an operator that is not known to be local, or a reshape
   *     to something else than a list of cells
   */
  public static Model of(Model model) {
    for (Node node : model.nodes()) {
      if (!LOCAL.contains(node.operator())) {
        throw new ConversionException(
            "operator %s ('%s') may depend on the size of the picture"
                .formatted(node.operator(), node.name()));
      }
    }
    Set<String> targets =
        model.nodes().stream()
            .filter(node -> node.operator().equals("Reshape"))
            .map(node -> node.inputs().get(1))
            .collect(Collectors.toSet());
    List<Initializer> initializers = new ArrayList<>();
    for (Initializer initializer : model.initializers()) {
      boolean isTarget = targets.contains(initializer.value().name());
      initializers.add(isTarget ? openTarget(initializer) : initializer);
    }
    return new Model(
        model.name(),
        model.description(),
        model.inputs().stream().map(AnySize::openInput).toList(),
        model.outputs().stream().map(AnySize::openOutput).toList(),
        model.nodes(),
        initializers);
  }

  private static Value openInput(Value input) {
    if (input.shape().rank() != Layout.IMAGE_RANK) {
      throw new ConversionException("input '" + input.name() + "' is no picture");
    }
    Shape shape = input.shape().with(2, HEIGHT).with(3, WIDTH);
    return new Value(input.name(), input.type(), shape);
  }

  private static Value openOutput(Value output) {
    Shape shape = output.shape().with(1, Dimension.UNKNOWN);
    return new Value(output.name(), output.type(), shape);
  }

  private static Initializer openTarget(Initializer target) {
    ByteBuffer sizes = ByteBuffer.allocate(target.data().size()).order(ByteOrder.LITTLE_ENDIAN);
    target.data().copyTo(sizes.array(), 0);
    if (sizes.capacity() != LIST_RANK * Long.BYTES || sizes.getLong(0) != KEEP) {
      throw new ConversionException(
          "'" + target.value().name() + "' shapes something else than a list of cells");
    }
    sizes.putLong(Long.BYTES, REST);
    return new Initializer(target.value(), ByteString.copyFrom(sizes));
  }
}
