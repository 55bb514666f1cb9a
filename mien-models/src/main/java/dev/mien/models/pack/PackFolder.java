package dev.mien.models.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Writes the folder of a model pack: {@code pack.yaml} and the files that it names, nothing else.
 * Every mapping of the template that has a {@code file} gets that file's SHA-256 beside it,
 * whatever else it says; a table {@code sources} tells where each network comes from.
 *
 * @param template the folder with the template of pack.yaml and the files that are not converted
 * @param networks the folder with the converted networks
 * @param catalogue where the networks come from
 * @param packages their versions
 */
record PackFolder(Path template, Path networks, Catalogue catalogue, NpmPackages packages) {
  private static final String DESCRIPTION = "pack.yaml";
  private static final String NETWORK_ENDING = ".onnx";

  /** A file lies in the pack itself. */
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

  /**
   * Writes the pack.
   *
   * @param target an empty or missing folder
   * @throws PackBuildException if pack.yaml names a file that there is not
   */
  void write(Path target) throws IOException {
    Files.createDirectories(target);
    YAMLMapper yaml = new YAMLMapper();
    JsonNode description;
    try {
      description = yaml.readTree(template.resolve(DESCRIPTION).toFile());
    } catch (JacksonException e) {
      throw new PackBuildException(DESCRIPTION + " cannot be read: " + e.getOriginalMessage(), e);
    }
    if (!(description instanceof ObjectNode root) || root.has("sources")) {
      throw new PackBuildException(
          DESCRIPTION + " must be a mapping without 'sources': the build writes that table");
    }
    Map<String, String> hashes = new TreeMap<>();
    seal(root, target, hashes);
    ObjectNode sources = root.putObject("sources");
    hashes.keySet().forEach(file -> network(file).ifPresent(found -> describe(sources, found)));
    Files.writeString(target.resolve(DESCRIPTION), yaml.writeValueAsString(root));
  }

  private void seal(JsonNode node, Path target, Map<String, String> hashes) throws IOException {
    if (node instanceof ObjectNode mapping && mapping.path("file").isString()) {
      String name = mapping.get("file").asString();
      if (!hashes.containsKey(name)) {
        Path source = locate(name);
        Files.copy(source, target.resolve(name));
        hashes.put(name, Sha256.of(source));
      }
      mapping.put("sha256", hashes.get(name));
    }
    for (JsonNode child : node) {
      seal(child, target, hashes);
    }
  }

  private Path locate(String name) {
    if (!FILE_NAME.matcher(name).matches() || name.equals(DESCRIPTION)) {
      throw new PackBuildException(DESCRIPTION + " names '" + name + "', which is no plain file");
    }
    Path beside = template.resolve(name);
    if (Files.isRegularFile(beside)) {
      return beside;
    }
    if (network(name).isPresent()) {
      return networks.resolve(name);
    }
    throw new PackBuildException(
        "%s names the file '%s', which is neither beside it nor a network of the catalogue"
            .formatted(DESCRIPTION, name));
  }

  private Optional<Network> network(String file) {
    if (!file.endsWith(NETWORK_ENDING)) {
      return Optional.empty();
    }
    String name = file.substring(0, file.length() - NETWORK_ENDING.length());
    return name.endsWith(Network.IN_BYTES)
        ? catalogue
            .find(name.substring(0, name.length() - Network.IN_BYTES.length()))
            .filter(network -> network.inBytes().isPresent())
        : catalogue.find(name);
  }

  private void describe(ObjectNode sources, Network network) {
    sources
        .putObject(network.name())
        .put("package", network.model().packageName())
        .put("version", packages.version(network.model().packageName()))
        .put("path", network.model().path())
        .put("licence", network.licence())
        .put("origin", network.origin());
  }
}
