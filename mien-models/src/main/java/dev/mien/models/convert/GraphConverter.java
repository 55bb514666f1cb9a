package dev.mien.models.convert;

import dev.mien.models.onnx.Dimension;
import dev.mien.models.onnx.GraphBuilder;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.Value;
import dev.mien.models.tfjs.GraphModel;
import dev.mien.models.tfjs.GraphNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Converts a TensorFlow.js graph model to ONNX. Images enter as NCHW, and the first axis of every
 * input is a batch of any size, also where the model was exported for one image. Not thread-safe;
 * one converter converts one graph.
 */
public final class GraphConverter {
  /** The name of the input of a network that has one. */
  public static final String INPUT_NAME = "input";

  private final GraphModel source;
  private final Target target;
  private final Map<String, Operand> converted = new HashMap<>();

  private GraphConverter(GraphModel source, Target target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Converts what the outputs need.
   *
   * @param name of the network
   * @param description where it comes from
   * @throws ConversionException if an operator is not covered; the message names it and the node
   */
  public static Model convert(
      GraphModel graph, String name, String description, List<GraphOutput> outputs) {
    GraphModel fused = new ClipFusion().apply(graph);
    Target target = Target.of(new GraphBuilder(name, description));
    return new GraphConverter(fused, target).convert(outputs);
  }

  private Model convert(List<GraphOutput> outputs) {
    List<GraphNode> nodes =
        source.neededFor(outputs.stream().map(GraphOutput::node).distinct().toList());
    long inputs = nodes.stream().filter(GraphConverter::isInput).count();
    for (GraphNode node : nodes) {
      target.graph().scope(node.name());
      converted.put(node.name(), convert(node, inputs == 1));
    }
    target.graph().scope("");
    outputs.forEach(this::output);
    return target.graph().build();
  }

  private static boolean isInput(GraphNode node) {
    return node.operator().equals("Placeholder");
  }

  private Operand convert(GraphNode node, boolean onlyInput) {
    if (isInput(node)) {
      return input(node, onlyInput ? INPUT_NAME : node.name());
    }
    if (node.operator().equals("Const")) {
      return new Operand.Constant(
          source
              .weights()
              .find(node.name())
              .orElseThrow(
                  () -> new ConversionException("constant '" + node.name() + "' has no weights")));
    }
    List<Operand> operands = new ArrayList<>();
    for (String input : node.inputs()) {
      operands.add(Objects.requireNonNull(converted.get(input), "nodes come in order"));
    }
    try {
      return OperatorTable.convert(new Operation(node, operands, target));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ConversionException(
          "operator %s (node '%s'): %s".formatted(node.operator(), node.name(), e.getMessage()), e);
    }
  }

  private Operand input(GraphNode node, String name) {
    List<Dimension> dimensions = new ArrayList<>();
    for (long size : node.attributes().shape("shape")) {
      dimensions.add(size < 0 ? Dimension.UNKNOWN : Dimension.of(size));
    }
    if (dimensions.isEmpty()) {
      throw new ConversionException("input '" + node.name() + "' has no shape");
    }
    dimensions.set(0, Dimension.BATCH);
    Shape shape = new Shape(dimensions);
    if (shape.rank() != Layout.IMAGE_RANK) {
      return Operand.Computed.plain(target.graph().input(name, shape));
    }
    Shape image = shape.permute(Layout.permutationToChannelsFirst());
    return Operand.Computed.image(target.graph().input(name, image));
  }

  private void output(GraphOutput output) {
    if (!(converted.get(output.node()) instanceof Operand.Computed computed)) {
      throw new ConversionException("output '" + output.node() + "' is a constant");
    }
    Value value = target.plain(computed);
    Shape wanted = Shape.batchOf(output.itemShape().stream().mapToLong(Long::longValue).toArray());
    if (!value.shape().knownElementsFrom(1).equals(wanted.knownElementsFrom(1))) {
      throw new ConversionException(
          "output '%s' is %s and cannot be shaped as %s"
              .formatted(output.node(), value.shape(), wanted));
    }
    if (!value.shape().equals(wanted)) {
      long[] sizes = output.itemShape().stream().mapToLong(Long::longValue).toArray();
      value = target.shapes().reshapeItems(value, sizes);
    }
    target.graph().output(output.name(), value);
  }
}
