package dev.mien.models.tfjs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the two kinds of TensorFlow.js files. Stateless. */
public final class ModelReader {
  private static final JsonMapper JSON = new JsonMapper();

  private ModelReader() {}

  /**
   * Reads a graph model: a {@code model.json} with the shards beside it.
   *
   * @throws ModelFormatException if it is not one
   */
  public static GraphModel readGraphModel(Path file) throws IOException {
    JsonNode json = parse(file);
    JsonNode nodes = json.path("modelTopology").path("node");
    if (!nodes.isArray()) {
      throw new ModelFormatException(file + " has no graph (modelTopology.node)");
    }
    if (json.path("modelTopology").path("library").path("function").size() > 0) {
      throw new ModelFormatException(file + " calls functions, which are not supported");
    }
    List<GraphNode> graph = new ArrayList<>();
    for (JsonNode node : nodes) {
      graph.add(readNode(node));
    }
    return new GraphModel(graph, Weights.read(json.path("weightsManifest"), folder(file)));
  }

  /**
   * Reads a weights manifest without a topology.
   *
   * @throws ModelFormatException if it is not one
   */
  public static Weights readWeights(Path file) throws IOException {
    return Weights.read(parse(file), folder(file));
  }

  private static GraphNode readNode(JsonNode json) {
    String name = json.path("name").asString("");
    List<String> inputs = new ArrayList<>();
    for (JsonNode input : json.path("input")) {
      String reference = input.asString();
      if (reference.startsWith("^")) {
        continue; // an order of execution, not a value
      }
      String source =
          reference.endsWith(":0") ? reference.substring(0, reference.length() - 2) : reference;
      if (source.contains(":")) {
        throw new ModelFormatException(
            "node '" + name + "' takes a second output, '" + reference + "': not supported");
      }
      inputs.add(source);
    }
    return new GraphNode(
        name, json.path("op").asString(""), inputs, new NodeAttributes(json.path("attr")));
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return JSON.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new ModelFormatException(file + " is not JSON: " + e.getOriginalMessage());
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new ModelFormatException(file + " has no folder");
    }
    return parent;
  }
}
