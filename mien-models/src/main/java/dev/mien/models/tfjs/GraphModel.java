package dev.mien.models.tfjs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A TensorFlow.js graph model.
 *
 * @param nodes in any order
 * @param weights the values of its Const nodes, by node name
 */
public record GraphModel(List<GraphNode> nodes, Weights weights) {
  public GraphModel {
    nodes = List.copyOf(nodes);
    Objects.requireNonNull(weights, "weights is null");
  }

  /** The nodes by name, in the order of the file. */
  public Map<String, GraphNode> byName() {
    Map<String, GraphNode> named = new LinkedHashMap<>();
    for (GraphNode node : nodes) {
      if (named.put(node.name(), node) != null) {
        throw new ModelFormatException("two nodes are named '" + node.name() + "'");
      }
    }
    return named;
  }

  /**
   * What the given nodes need, themselves included, each node after those whose outputs it takes.
   *
   * @throws ModelFormatException if a node is missing or the graph has a cycle
   */
  public List<GraphNode> neededFor(List<String> outputs) {
    Map<String, GraphNode> named = byName();
    Map<String, GraphNode> ordered = new LinkedHashMap<>();
    Set<String> open = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>();
    outputs.reversed().forEach(waiting::push);
    while (!waiting.isEmpty()) {
      String name = waiting.peek();
      GraphNode node = named.get(name);
      if (node == null) {
        throw new ModelFormatException("the graph has no node '" + name + "'");
      }
      List<String> missing =
          node.inputs().stream().filter(input -> !ordered.containsKey(input)).toList();
      if (missing.isEmpty()) {
        ordered.putIfAbsent(name, node);
        waiting.pop();
      } else if (open.add(name)) {
        missing.reversed().forEach(waiting::push);
      } else {
        throw new ModelFormatException("the graph has a cycle through '" + name + "'");
      }
    }
    return List.copyOf(ordered.values());
  }
}
