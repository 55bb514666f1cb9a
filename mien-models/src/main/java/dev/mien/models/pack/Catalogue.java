package dev.mien.models.pack;

import dev.mien.models.convert.GraphOutput;
import dev.mien.models.convert.GraphRewrite;
import dev.mien.models.convert.MobileFaceNetRepair;
import dev.mien.models.faceapi.FaceApiNetwork;
import dev.mien.models.quantise.QuantiseOptions;
import dev.mien.models.quantise.QuantiseOptions.InFloat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is taken from the packages: {@code networks.yaml}.
 *
 * @param networks in the order of the file
 * @param photos by the name that they get
 */
record Catalogue(List<Network> networks, Map<String, PackagedFile> photos) {
  private static final Map<String, GraphRewrite> REWRITES =
      Map.of("mobilefacenet-repair", new MobileFaceNetRepair());

  private static final Set<String> NETWORK_KEYS =
      Set.of("package", "model", "sha256", "graph", "topology", "licence", "origin", "in-bytes");

  Catalogue {
    networks = List.copyOf(networks);
    photos = Map.copyOf(photos);
  }

  /**
   * Reads the catalogue.
   *
   * @throws PackBuildException if a key is missing or unknown; the message names it
   */
  static Catalogue read(Path file) {
    JsonNode yaml;
    try {
      yaml = new YAMLMapper().readTree(file.toFile());
    } catch (JacksonException e) {
      throw new PackBuildException(file + " cannot be read: " + e.getOriginalMessage(), e);
    }
    List<Network> networks = new ArrayList<>();
    yaml.path("networks").forEachEntry((name, entry) -> networks.add(network(name, entry, file)));
    Map<String, PackagedFile> photos = new LinkedHashMap<>();
    yaml.path("photos")
        .forEachEntry(
            (name, entry) ->
                photos.put(
                    name,
                    new PackagedFile(
                        text(entry, "package", name),
                        text(entry, "path", name),
                        text(entry, "sha256", name))));
    return new Catalogue(networks, photos);
  }

  Optional<Network> find(String name) {
    return networks.stream().filter(network -> network.name().equals(name)).findFirst();
  }

  private static Network network(String name, JsonNode entry, Path catalogue) {
    for (String key : entry.propertyNames()) {
      if (!NETWORK_KEYS.contains(key)) {
        throw new PackBuildException("network '" + name + "' has the unknown key '" + key + "'");
      }
    }
    String packageName = text(entry, "package", name);
    List<PackagedFile> files = new ArrayList<>();
    entry
        .path("sha256")
        .forEachEntry(
            (path, sha256) -> files.add(new PackagedFile(packageName, path, sha256.asString())));
    String model = text(entry, "model", name);
    PackagedFile modelFile =
        files.stream()
            .filter(file -> file.path().equals(model))
            .findFirst()
            .orElseThrow(
                () -> new PackBuildException("network '" + name + "' has no sha256 of its model"));
    return new Network(
        name,
        modelFile,
        files,
        topology(name, entry),
        text(entry, "licence", name),
        text(entry, "origin", name),
        entry.has("in-bytes")
            ? Optional.of(inBytes(name, entry.get("in-bytes"), catalogue))
            : Optional.empty());
  }

  private static Network.InBytes inBytes(String name, JsonNode entry, Path catalogue) {
    Set<InFloat> inFloat = EnumSet.noneOf(InFloat.class);
    try {
      entry
          .path("in-float")
          .forEach(
              layers -> inFloat.add(InFloat.valueOf(layers.asString().toUpperCase(Locale.ROOT))));
      return new Network.InBytes(
          catalogue.resolveSibling(text(entry, "ranges", name)),
          new QuantiseOptions(entry.path("weight-bits").asInt(0), inFloat));
    } catch (IllegalArgumentException e) {
      throw new PackBuildException("network '" + name + "' in bytes: " + e.getMessage(), e);
    }
  }

  private static Network.Topology topology(String name, JsonNode entry) {
    if (entry.has("topology") == entry.has("graph")) {
      throw new PackBuildException("network '" + name + "' needs either graph or topology");
    }
    if (entry.has("topology")) {
      String known = text(entry, "topology", name);
      for (FaceApiNetwork network : FaceApiNetwork.values()) {
        if (network.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(known)) {
          return new Network.Topology.Known(network);
        }
      }
      throw new PackBuildException("network '" + name + "' has the unknown topology " + known);
    }
    List<GraphRewrite> rewrites = new ArrayList<>();
    for (JsonNode rewrite : entry.get("graph").path("rewrites")) {
      GraphRewrite known = REWRITES.get(rewrite.asString());
      if (known == null) {
        throw new PackBuildException("network '" + name + "' has the unknown rewrite " + rewrite);
      }
      rewrites.add(known);
    }
    List<GraphOutput> outputs = new ArrayList<>();
    entry
        .get("graph")
        .path("outputs")
        .forEachEntry((output, node) -> outputs.add(output(name, output, node)));
    boolean anySize = entry.get("graph").path("any-size").asBoolean(false);
    return new Network.Topology.Graph(rewrites, outputs, anySize);
  }

  private static GraphOutput output(String network, String name, JsonNode entry) {
    List<Long> shape = new ArrayList<>();
    entry.path("shape").forEach(size -> shape.add(size.asLong()));
    return new GraphOutput(name, text(entry, "node", network), shape);
  }

  private static String text(JsonNode entry, String key, String name) {
    String value = entry.path(key).asString("");
    if (value.isEmpty()) {
      throw new PackBuildException("'" + name + "' lacks '" + key + "'");
    }
    return value.strip();
  }
}
