package dev.mien.models.convert;

import dev.mien.models.tensor.FloatTensor;
import dev.mien.models.tfjs.GraphModel;
import dev.mien.models.tfjs.GraphNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns Maximum(Minimum(x, high), low) with constant scalars into one clip. The result is the same,
 * but runtimes fuse a clip with the convolution before it.
 */
final class ClipFusion implements GraphRewrite {
  /**
   * The operator of the nodes that this rewrite makes; TensorFlow does not write it into graph
   * models.
   */
  static final String OPERATOR = "ClipByValue";

  @Override
  public GraphModel apply(GraphModel graph) {
    Map<String, GraphNode> named = graph.byName();
    List<GraphNode> nodes = new ArrayList<>();
    for (GraphNode node : graph.nodes()) {
      nodes.add(fuse(node, named, graph).orElse(node));
    }
    return new GraphModel(nodes, graph.weights());
  }

  private static Optional<GraphNode> fuse(
      GraphNode node, Map<String, GraphNode> named, GraphModel graph) {
    if (!node.operator().equals("Maximum")) {
      return Optional.empty();
    }
    GraphNode minimum = named.get(node.inputs().getFirst());
    if (minimum == null
        || !minimum.operator().equals("Minimum")
        || !isScalar(graph, node.inputs().get(1))
        || !isScalar(graph, minimum.inputs().get(1))) {
      return Optional.empty();
    }
    List<String> inputs =
        List.of(minimum.inputs().getFirst(), node.inputs().get(1), minimum.inputs().get(1));
    return Optional.of(new GraphNode(node.name(), OPERATOR, inputs, node.attributes()));
  }

  private static boolean isScalar(GraphModel graph, String name) {
    return graph.weights().find(name).stream()
        .anyMatch(tensor -> tensor instanceof FloatTensor floats && floats.rank() == 0);
  }
}
