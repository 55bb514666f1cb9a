package dev.mien.training.quantise;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Writes a pack in which some nets are replaced. Embedders whose vectors change with them get other
 * ids, so that no stored vector is ever compared with one of another net.
 *
 * @param source the folder of the pack as it was
 * @param replaced the new nets by their file name in that pack
 */
record QuantisedPack(Path source, Map<String, byte[]> replaced) {
  private static final String MANIFEST = "pack.yaml";
  private static final String MARK = "-int8";

  QuantisedPack {
    replaced = Map.copyOf(replaced);
  }

  /**
   * Makes the folder of a new pack.
   *
   * @throws DirectoryNotEmptyException if something is there already
   */
  static void prepare(Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(target)) {
      if (files.findAny().isPresent()) {
        throw new DirectoryNotEmptyException(target.toString());
      }
    }
  }

  /** Writes the pack into an empty folder. */
  void write(Path target) throws IOException {
    prepare(target);
    YAMLMapper yaml = new YAMLMapper();
    ObjectNode root = (ObjectNode) yaml.readTree(source.resolve(MANIFEST).toFile());
    Map<String, String> hashes = new HashMap<>();
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        byte[] net = replaced.get(name);
        if (net != null) {
          Files.write(target.resolve(newName(name)), net);
          hashes.put(name, sha256(net));
        } else if (!name.equals(MANIFEST)) {
          Files.copy(file, target.resolve(name));
        }
      }
    }
    root.put("id", root.path("id").asString() + MARK);
    Set<String> changed = changedEmbedders(root.path("embedders"));
    rename(root, changed);
    seal(root, hashes);
    Files.writeString(target.resolve(MANIFEST), yaml.writeValueAsString(root));
  }

  /** A net that is in bytes already, made anew, keeps its name. */
  private static String newName(String file) {
    if (file.endsWith(MARK + ".onnx")) {
      return file;
    }
    return file.endsWith(".onnx")
        ? file.substring(0, file.length() - ".onnx".length()) + MARK + ".onnx"
        : file + MARK;
  }

  /** Those that use a replaced net, and those that build on them. */
  private Set<String> changedEmbedders(JsonNode embedders) {
    Set<String> changed = new HashSet<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Map.Entry<String, JsonNode> entry : embedders.properties()) {
        JsonNode embedder = entry.getValue();
        boolean uses =
            replaced.containsKey(embedder.path("file").asString(""))
                || changed.contains(embedder.path("of").asString(""))
                || embedder
                    .path("parts")
                    .valueStream()
                    .anyMatch(part -> changed.contains(part.path("embedder").asString("")));
        grew |= uses && changed.add(entry.getKey());
      }
    }
    return changed;
  }

  private static void rename(ObjectNode root, Set<String> changed) {
    if (root.path("embedders") instanceof ObjectNode embedders) {
      for (String id : List.copyOf(embedders.propertyNames())) {
        JsonNode embedder = embedders.remove(id);
        embedders.set(changed.contains(id) ? id + MARK : id, embedder);
        renameValue(embedder, "of", changed);
        embedder.path("parts").forEach(part -> renameValue(part, "embedder", changed));
      }
    }
    JsonNode versions = root.path("model-versions");
    List.copyOf(versions.propertyNames())
        .forEach(version -> renameValue(versions, version, changed));
  }

  private static void renameValue(JsonNode mapping, String key, Set<String> changed) {
    if (mapping instanceof ObjectNode object && changed.contains(object.path(key).asString(""))) {
      object.set(key, StringNode.valueOf(object.path(key).asString() + MARK));
    }
  }

  private static void seal(JsonNode node, Map<String, String> hashes) {
    if (node instanceof ObjectNode mapping) {
      String file = mapping.path("file").asString("");
      String hash = hashes.get(file);
      if (hash != null) {
        mapping.put("file", newName(file));
        mapping.put("sha256", hash);
      }
    }
    node.forEach(child -> seal(child, hashes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
