package dev.mien.models.tfjs;

import dev.mien.models.tensor.FloatTensor;
import dev.mien.models.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The named tensors of a model. Immutable. */
public final class Weights {
  private final Map<String, Tensor> tensors;

  private Weights(Map<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  /** Weights from tensors in hand. */
  public static Weights of(Map<String, ? extends Tensor> tensors) {
    return new Weights(new LinkedHashMap<>(tensors));
  }

  /**
   * Reads a manifest with its shards. A group's tensors lie one after the other, unaligned, in the
   * joined bytes of its shards.
   *
   * @param manifest the JSON array of groups
   * @param folder where the shards lie
   * @throws ModelFormatException if the shards hold less or more than the manifest says, or name a
   *     file outside the folder
   */
  static Weights read(JsonNode manifest, Path folder) throws IOException {
    if (!manifest.isArray()) {
      throw new ModelFormatException("a weights manifest is a list of groups, this is none");
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (JsonNode group : manifest) {
      readGroup(group, folder, tensors);
    }
    return new Weights(tensors);
  }

  private static void readGroup(JsonNode group, Path folder, Map<String, Tensor> tensors)
      throws IOException {
    List<String> shards = new ArrayList<>();
    group.path("paths").forEach(path -> shards.add(path.asString()));
    ByteBuffer bytes = join(folder, shards);
    for (JsonNode json : group.path("weights")) {
      WeightEntry entry = WeightEntry.read(json);
      if (bytes.remaining() < entry.storedBytes()) {
        throw new ModelFormatException(
            "weights %s end at byte %d, but tensor '%s' needs the bytes %d to %d: the file is truncated"
                .formatted(
                    shards,
                    bytes.limit(),
                    entry.name(),
                    bytes.position(),
                    bytes.position() + entry.storedBytes()));
      }
      if (tensors.put(entry.name(), TensorDecoder.decode(entry, bytes)) != null) {
        throw new ModelFormatException("tensor '" + entry.name() + "' is listed twice");
      }
    }
    if (bytes.hasRemaining()) {
      throw new ModelFormatException(
          "weights %s hold %d bytes more than their manifest lists"
              .formatted(shards, bytes.remaining()));
    }
  }

  private static ByteBuffer join(Path folder, List<String> shards) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (String shard : shards) {
      Path file = folder.resolve(shard).normalize();
      if (!file.startsWith(folder.normalize())) {
        throw new ModelFormatException("weights file '" + shard + "' lies outside its model");
      }
      joined.write(Files.readAllBytes(file));
    }
    return ByteBuffer.wrap(joined.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** These weights and some more; a tensor of the same name is replaced. */
  public Weights with(Map<String, ? extends Tensor> more) {
    Map<String, Tensor> joined = new LinkedHashMap<>(tensors);
    joined.putAll(more);
    return new Weights(joined);
  }

  /** A tensor, if there is one of this name. */
  public Optional<Tensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /**
   * A tensor of floats.
   *
   * @throws ModelFormatException if there is none of this name
   */
  public FloatTensor floats(String name) {
    if (tensors.get(name) instanceof FloatTensor floats) {
      return floats;
    }
    throw new ModelFormatException("there is no float tensor '" + name + "' among the weights");
  }
}
