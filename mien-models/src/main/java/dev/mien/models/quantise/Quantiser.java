package dev.mien.models.quantise;

import dev.mien.models.onnx.Dimension;
import dev.mien.models.onnx.ElementType;
import dev.mien.models.onnx.Initializer;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.Node;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a network of bytes out of one that is trained: {@link #observed} is run on pictures such as
 * will come, then {@link #quantise} is given the ranges that were seen.
 *
 * <p>The result has pairs of QuantizeLinear and DequantizeLinear around what is computed in bytes,
 * a form that every ONNX runtime understands and that ONNX Runtime turns into operators on bytes
 * (QLinearConv, QLinearAdd, ...). Values are unsigned bytes with a range each, weights signed ones
 * with a scale for each output channel, biases 32-bit integers: the scheme of Jacob et al.,
 * "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference"
 * (2018). Batch norms must have been folded into the weights. Immutable and thread-safe.
 */
public final class Quantiser {
  private static final String OBSERVED = "observed/";

  private final Model model;
  private final QuantiseOptions options;
  private final GraphIndex index;
  private final QuantisePlan plan;

  /** Plans what becomes bytes. */
  public Quantiser(Model model, QuantiseOptions options) {
    this.model = model;
    this.options = options;
    this.index = new GraphIndex(model);
    this.plan = new QuantisePlan(model, index, options);
  }

  /** The names of the values of which {@link #quantise} needs the range. */
  public Set<String> values() {
    return plan.observed();
  }

  /** How many nodes of each operator stay in floats. */
  public Map<String, Long> leftInFloat() {
    return plan.leftInFloat();
  }

  /** The same network with each of {@link #values} as a further output, as a vector. */
  public Model observed() {
    List<Node> nodes = new ArrayList<>(model.nodes());
    List<Value> outputs = new ArrayList<>(model.outputs());
    List<Initializer> initializers = new ArrayList<>(model.initializers());
    Constants constants = new Constants();
    String flat = OBSERVED + "shape";
    constants.longs(flat, -1);
    initializers.addAll(constants.all());
    for (String value : values()) {
      String name = observedName(value);
      nodes.add(new Node("Reshape", name, List.of(value, flat), name, List.of()));
      outputs.add(new Value(name, ElementType.FLOAT, new Shape(List.of(Dimension.UNKNOWN))));
    }
    return new Model(
        model.name(), model.description(), model.inputs(), outputs, nodes, initializers);
  }

  /** The output of {@link #observed} that shows a value. */
  public static String observedName(String value) {
    return OBSERVED + "value/" + value;
  }

  /**
   * The network in bytes.
   *
   * @param ranges of all {@link #values}
   * @throws IllegalArgumentException if a range is missing
   */
  public Model quantise(Map<String, Range> ranges) {
    return new Rewriting(model, index, plan, ranges, options.largestWeight()).run();
  }
}
