package dev.mien.server.protocol;

import dev.mien.server.protocol.RequestTree.Notation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rebuilds the tree that a client flattened into names such as {@code Infos.0.Name}.
 *
 * <p>A node whose children all have numbers for names is a list in the order of the numbers.
 * Numbers only order: gaps are closed, so that a large number costs no more than a small one.
 */
public final class FlattenedTree {
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,4}");

  private FlattenedTree() {}

  /**
   * The tree of these parameters.
   *
   * @throws ApiException {@code InvalidParameter} if a name occurs twice, is both a value and a
   *     structure, mixes numbers with words, has a number above 9999 or is nested more than {@value
   *     JsonBody#MAX_DEPTH} levels deep
   */
  public static RequestTree of(List<TextParameter> parameters) throws ApiException {
    Branch root = new Branch();
    for (TextParameter parameter : parameters) {
      insert(root, parameter);
    }
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, Branch> child : root.children.entrySet()) {
      tree.set(child.getKey(), node(child.getValue(), child.getKey()));
    }
    return new RequestTree(tree, Notation.TEXT);
  }

  private static final class Branch {
    private final Map<String, Branch> children = new LinkedHashMap<>();
    private @Nullable String value;
  }

  private static void insert(Branch root, TextParameter parameter) throws ApiException {
    String[] segments = parameter.name().split("\\.", -1);
    if (segments.length > JsonBody.MAX_DEPTH) {
      throw wrong(parameter.name(), "nested too deeply");
    }
    Branch branch = root;
    for (String segment : segments) {
      if (segment.isEmpty() || branch.value != null) {
        throw wrong(parameter.name(), "not a name that fits the others");
      }
      branch = branch.children.computeIfAbsent(segment, _ -> new Branch());
    }
    if (branch.value != null || !branch.children.isEmpty()) {
      throw wrong(parameter.name(), "given more than once");
    }
    branch.value = parameter.value();
  }

  private static JsonNode node(Branch branch, String path) throws ApiException {
    if (branch.value != null) {
      return JsonNodeFactory.instance.stringNode(branch.value);
    }
    long numbers = branch.children.keySet().stream().filter(FlattenedTree::isIndex).count();
    if (numbers == 0) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, Branch> child : branch.children.entrySet()) {
        object.set(child.getKey(), node(child.getValue(), path + "." + child.getKey()));
      }
      return object;
    }
    if (numbers < branch.children.size()) {
      throw wrong(path, "a list needs a number from 0 to 9999 for every element");
    }
    return list(branch, path);
  }

  private static ArrayNode list(Branch branch, String path) throws ApiException {
    Map<Integer, Branch> elements = new TreeMap<>();
    for (Map.Entry<String, Branch> child : branch.children.entrySet()) {
      if (elements.put(Integer.valueOf(child.getKey()), child.getValue()) != null) {
        throw wrong(path, "an element is given more than once");
      }
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode(elements.size());
    for (Map.Entry<Integer, Branch> element : elements.entrySet()) {
      list.add(node(element.getValue(), path + "." + element.getKey()));
    }
    return list;
  }

  private static boolean isIndex(String segment) {
    return INDEX.matcher(segment).matches();
  }

  private static ApiException wrong(String path, String reason) {
    return new ApiException(CommonError.INVALID_PARAMETER, Quoted.name(path), reason);
  }
}
