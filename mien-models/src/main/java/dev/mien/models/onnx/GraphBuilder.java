package dev.mien.models.onnx;

import com.google.protobuf.ByteString;
import dev.mien.models.tensor.FloatTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the parts of a graph and gives each value a unique name. Names depend only on the order
 * of the calls, so the same calls make the same file. Not thread-safe.
 */
public final class GraphBuilder {
  private final String name;
  private final String description;
  private final List<Value> inputs = new ArrayList<>();
  private final List<Value> outputs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Initializer> initializers = new ArrayList<>();
  private final Map<String, Integer> namesInUse = new HashMap<>();
  private String scope = "";

  /**
   * An empty graph.
   *
   * @param name of the graph
   * @param description where the network comes from
   */
  public GraphBuilder(String name, String description) {
    this.name = name;
    this.description = description;
  }

  /**
   * Names of nodes made from here on begin with this: the name of the layer that they stand for.
   */
  public void scope(String layer) {
    scope = layer.isEmpty() ? "" : layer + "/";
  }

  /** Adds an input. */
  public Value input(String inputName, Shape shape) {
    Value value = new Value(unique(inputName), ElementType.FLOAT, shape);
    inputs.add(value);
    return value;
  }

  /** Declares a value as an output under a name of its own. */
  public void output(String outputName, Value value) {
    Value output = new Value(unique(outputName), value.type(), value.shape());
    nodes.add(new Node("Identity", outputName, List.of(value.name()), output.name(), List.of()));
    outputs.add(output);
  }

  /** Adds a constant of floats. */
  public Value constant(FloatTensor tensor) {
    ByteBuffer bytes = littleEndian(tensor.values().length, Float.BYTES);
    bytes.asFloatBuffer().put(tensor.values());
    long[] sizes = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
    return constant(ElementType.FLOAT, Shape.of(sizes), bytes);
  }

  /** Adds a constant scalar. */
  public Value scalar(float scalar) {
    return constant(new FloatTensor(List.of(), new float[] {scalar}));
  }

  /** Adds a constant vector of integers: axes, shapes, paddings. */
  public Value vector(long... vector) {
    ByteBuffer bytes = littleEndian(vector.length, Long.BYTES);
    bytes.asLongBuffer().put(vector);
    return constant(ElementType.INT64, Shape.of(vector.length), bytes);
  }

  /** Adds a node that makes floats of the given shape. */
  public Value node(String operator, List<Value> operands, Shape shape, Attribute... attributes) {
    Value result = new Value(unique(scope + operator), ElementType.FLOAT, shape);
    List<String> names = operands.stream().map(Value::name).toList();
    nodes.add(new Node(operator, result.name(), names, result.name(), List.of(attributes)));
    return result;
  }

  /** The graph so far. */
  public Model build() {
    return new Model(name, description, inputs, outputs, nodes, initializers);
  }

  private Value constant(ElementType type, Shape shape, ByteBuffer bytes) {
    Value value = new Value(unique(scope + "const"), type, shape);
    initializers.add(new Initializer(value, ByteString.copyFrom(bytes)));
    return value;
  }

  private static ByteBuffer littleEndian(int count, int elementBytes) {
    return ByteBuffer.allocate(Math.multiplyExact(count, elementBytes))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private String unique(String wish) {
    int uses = namesInUse.merge(wish, 1, Integer::sum);
    return uses == 1 ? wish : unique(wish + "_" + uses);
  }
}
