package dev.mien.vision.embed;

import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.model.EmbedderSpec;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The embedders of a pack by model version; nets that several of them use are loaded once.
 * Thread-safe.
 */
public final class Embedders implements AutoCloseable {

  private final Map<String, OneNetEmbedder> nets;
  private final Map<String, Version> versions;

  private record Version(Embedder embedder, EmbedderInfo info) {
    Embedding embed(Passes passes) {
      return new Embedding(info.id(), embedder.embed(passes));
    }
  }

  private Embedders(Map<String, OneNetEmbedder> nets, Map<String, Version> versions) {
    this.nets = nets;
    this.versions = versions;
  }

  /**
   * Loads the embedders that stand behind a model version.
   *
   * @throws ModelPackException when a file is absent, altered or unusable
   */
  public static Embedders open(ModelPack pack, int intraOpThreads) throws ModelPackException {
    Map<String, OneNetEmbedder> nets = new LinkedHashMap<>();
    Map<String, Version> versions = new TreeMap<>();
    Embedders embedders = new Embedders(nets, versions);
    try {
      for (Map.Entry<String, EmbedderSpec> entry : pack.manifest().embedders().entrySet()) {
        EmbedderSpec spec = entry.getValue();
        Embedder embedder = embedders.load(pack, spec, intraOpThreads);
        EmbedderInfo info =
            CalibrationFile.read(
                pack, spec.calibration().orElseThrow(), spec.id(), embedder.dimension());
        versions.put(entry.getKey(), new Version(embedder, info));
      }
      return embedders;
    } catch (ModelPackException e) {
      embedders.close();
      throw e;
    }
  }

  private Embedder load(ModelPack pack, EmbedderSpec spec, int intraOpThreads)
      throws ModelPackException {
    return switch (spec) {
      case EmbedderSpec.OneNet oneNet -> loadNet(pack, oneNet, intraOpThreads);
      case EmbedderSpec.Fusion fusion -> {
        List<OneNetEmbedder> parts = new ArrayList<>();
        for (EmbedderSpec.Part part : fusion.parts()) {
          parts.add(loadNet(pack, part.embedder(), intraOpThreads));
        }
        yield new FusedEmbedder(
            parts, fusion.parts().stream().map(EmbedderSpec.Part::weight).toList());
      }
      case EmbedderSpec.Capped capped -> {
        Embedder inner = load(pack, capped.of(), intraOpThreads);
        yield new CappedEmbedder(
            inner, CohortFile.read(pack, capped.cohort(), inner.dimension(), capped.sharpness()));
      }
    };
  }

  private OneNetEmbedder loadNet(ModelPack pack, EmbedderSpec.OneNet spec, int intraOpThreads)
      throws ModelPackException {
    OneNetEmbedder loaded = nets.get(spec.id());
    if (loaded == null) {
      loaded = OneNetEmbedder.open(pack, spec, intraOpThreads);
      nets.put(spec.id(), loaded);
    }
    return loaded;
  }

  /** The versions there are, sorted. */
  public Set<String> modelVersions() {
    return Collections.unmodifiableSet(new TreeSet<>(versions.keySet()));
  }

  /**
   * The embedder behind a model version.
   *
   * @throws IllegalArgumentException when the version is unknown
   */
  public EmbedderInfo info(String modelVersion) {
    return version(modelVersion).info();
  }

  /**
   * The embedding of a face.
   *
   * @throws IllegalArgumentException when the version is unknown
   */
  public Embedding embed(Image image, Landmarks landmarks, String modelVersion) {
    Version version = version(modelVersion);
    return version.embed(new Passes(image, landmarks));
  }

  /** The embeddings of a face by model version; nets that several versions use run once. */
  public Map<String, Embedding> embedAll(Image image, Landmarks landmarks) {
    Passes passes = new Passes(image, landmarks);
    Map<String, Embedding> embeddings = new TreeMap<>();
    versions.forEach((name, version) -> embeddings.put(name, version.embed(passes)));
    return embeddings;
  }

  /** The embedder itself, for those who build data files for it. */
  Embedder embedder(String modelVersion) {
    return version(modelVersion).embedder();
  }

  private Version version(String modelVersion) {
    Version version = versions.get(modelVersion);
    if (version == null) {
      throw new IllegalArgumentException(
          "no embedder for model version " + modelVersion + ", only for " + versions.keySet());
    }
    return version;
  }

  @Override
  public void close() {
    nets.values().forEach(OneNetEmbedder::close);
  }
}
