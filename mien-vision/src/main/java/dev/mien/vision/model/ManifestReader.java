package dev.mien.vision.model;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.model.EmbedderSpec.Fusion;
import dev.mien.vision.model.EmbedderSpec.OneNet;
import dev.mien.vision.model.EmbedderSpec.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads pack.yaml, schema 1; the comments in the default pack's own pack.yaml describe it. */
final class ManifestReader {

  private static final int SCHEMA = 1;
  private static final String ONE_NET = "net";
  private static final String FUSION = "fusion";
  private static final String CAPPED = "capped";
  private static final String MEAN_SHAPE = "dlib-mean-shape";
  private static final String FIVE_POINTS = "five-points";

  private static final String COSINE = "cosine";
  private static final String EUCLIDEAN = "euclidean";

  private final Map<String, EmbedderSpec> embedders = new LinkedHashMap<>();

  private ManifestReader() {}

  static Manifest read(byte[] bytes) throws ModelPackException {
    return new ManifestReader().manifest(YamlMapping.parse("pack.yaml", bytes));
  }

  private Manifest manifest(YamlMapping root) throws ModelPackException {
    int schema = root.integer("schema");
    if (schema != SCHEMA) {
      throw new ModelPackException(
          "pack.yaml: schema " + schema + " is not known; this version reads schema " + SCHEMA);
    }
    String id = root.text("id");
    root.ignore("description");
    root.ignore("sources");
    Map<String, NetSpec> roles = new LinkedHashMap<>();
    YamlMapping roleMappings = root.mapping("roles");
    for (String role : roleMappings.keys()) {
      YamlMapping mapping = roleMappings.mapping(role);
      roles.put(role, net(mapping, mapping.text("kind")));
      mapping.end();
    }
    YamlMapping embedderMappings = root.mapping("embedders");
    for (String embedder : embedderMappings.keys()) {
      embedders.put(embedder, embedder(embedder, embedderMappings.mapping(embedder)));
    }
    Map<String, EmbedderSpec> versions = new LinkedHashMap<>();
    YamlMapping versionMappings = root.mapping("model-versions");
    for (String version : versionMappings.keys()) {
      EmbedderSpec embedder = known(versionMappings.text(version), versionMappings);
      if (embedder.calibration().isEmpty()) {
        throw new ModelPackException(
            "pack.yaml: embedder '"
                + embedder.id()
                + "' needs a calibration to be model version "
                + version);
      }
      versions.put(version, embedder);
    }
    Map<String, FileReference> heads = heads(root);
    root.end();
    return new Manifest(id, roles, versions, heads);
  }

  private static Map<String, FileReference> heads(YamlMapping root) throws ModelPackException {
    Map<String, FileReference> heads = new LinkedHashMap<>();
    Optional<YamlMapping> mapping = root.optionalMapping("heads");
    if (mapping.isPresent()) {
      for (String name : mapping.get().keys()) {
        heads.put(name, optionalFile(mapping.get(), name).orElseThrow());
      }
    }
    return heads;
  }

  private static NetSpec net(YamlMapping mapping, String kind) throws ModelPackException {
    YamlMapping input = mapping.mapping("input");
    int width = input.integer("width");
    int height = input.integer("height");
    ColourOrder order = colourOrder(input);
    List<Double> mean = input.numbers("mean");
    List<Double> divisor = input.numbers("divisor");
    input.end();
    InputSpec inputSpec = valid(input, () -> new InputSpec(width, height, order, mean, divisor));
    Map<String, String> outputs = new LinkedHashMap<>();
    YamlMapping outputMapping = mapping.mapping("outputs");
    for (String name : outputMapping.keys()) {
      outputs.put(name, outputMapping.text(name));
    }
    return new NetSpec(kind, file(mapping), inputSpec, outputs);
  }

  private static ColourOrder colourOrder(YamlMapping input) throws ModelPackException {
    String name = input.text("colour-order");
    for (ColourOrder order : ColourOrder.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(name)) {
        return order;
      }
    }
    throw new ModelPackException(input.where() + ": colour-order must be rgb or bgr, not " + name);
  }

  private EmbedderSpec embedder(String id, YamlMapping mapping) throws ModelPackException {
    Optional<FileReference> calibration = optionalFile(mapping, "calibration");
    String kind = mapping.text("kind");
    EmbedderSpec embedder =
        switch (kind) {
          case ONE_NET -> oneNet(id, mapping, calibration);
          case FUSION -> fusion(id, mapping, calibration);
          case CAPPED -> capped(id, mapping, calibration);
          default -> throw unknownKind(mapping, kind, ONE_NET, FUSION, CAPPED);
        };
    mapping.end();
    return embedder;
  }

  private static OneNet oneNet(String id, YamlMapping mapping, Optional<FileReference> calibration)
      throws ModelPackException {
    return new OneNet(
        id,
        net(mapping, ONE_NET),
        alignment(mapping.mapping("alignment")),
        mapping.flag("mirrored"),
        optionalFile(mapping, "centre"),
        metric(mapping.mapping("metric")),
        calibration);
  }

  private static AlignmentSpec alignment(YamlMapping mapping) throws ModelPackException {
    String kind = mapping.text("kind");
    return switch (kind) {
      case MEAN_SHAPE -> {
        double padding = mapping.number("padding");
        mapping.end();
        yield valid(mapping, () -> new AlignmentSpec.MeanShape(padding));
      }
      case FIVE_POINTS -> {
        List<Point> points = new ArrayList<>();
        for (List<Double> row : mapping.rows("points", 2)) {
          points.add(new Point(row.get(0), row.get(1)));
        }
        mapping.end();
        yield valid(mapping, () -> new AlignmentSpec.FivePoints(points));
      }
      default -> throw unknownKind(mapping, kind, MEAN_SHAPE, FIVE_POINTS);
    };
  }

  private static MetricSpec metric(YamlMapping mapping) throws ModelPackException {
    String kind = mapping.text("kind");
    MetricSpec metric =
        switch (kind) {
          case COSINE -> new MetricSpec.Cosine();
          case EUCLIDEAN -> {
            double radius = mapping.number("radius");
            yield valid(mapping, () -> new MetricSpec.Euclidean(radius));
          }
          default -> throw unknownKind(mapping, kind, COSINE, EUCLIDEAN);
        };
    mapping.end();
    return metric;
  }

  private static ModelPackException unknownKind(YamlMapping mapping, String kind, String... known) {
    return new ModelPackException(
        "%s: kind must be %s, not %s".formatted(mapping.where(), String.join(" or ", known), kind));
  }

  private Fusion fusion(String id, YamlMapping mapping, Optional<FileReference> calibration)
      throws ModelPackException {
    List<Part> parts = new ArrayList<>();
    for (YamlMapping part : mapping.mappings("parts")) {
      if (!(known(part.text("embedder"), part) instanceof OneNet embedder)) {
        throw new ModelPackException(
            part.where() + ": a part must be an embedder of kind " + ONE_NET);
      }
      double weight = part.number("weight");
      part.end();
      parts.add(valid(part, () -> new Part(embedder, weight)));
    }
    return valid(mapping, () -> new Fusion(id, parts, calibration));
  }

  private EmbedderSpec.Capped capped(
      String id, YamlMapping mapping, Optional<FileReference> calibration)
      throws ModelPackException {
    EmbedderSpec of = known(mapping.text("of"), mapping);
    YamlMapping cohortMapping = mapping.mapping("cohort");
    FileReference cohort = file(cohortMapping);
    cohortMapping.end();
    double sharpness = mapping.number("sharpness");
    return valid(mapping, () -> new EmbedderSpec.Capped(id, of, cohort, sharpness, calibration));
  }

  private EmbedderSpec known(String id, YamlMapping user) throws ModelPackException {
    EmbedderSpec embedder = embedders.get(id);
    if (embedder == null) {
      throw new ModelPackException(
          user.where()
              + ": no embedder '"
              + id
              + "' stands above; there are "
              + embedders.keySet());
    }
    return embedder;
  }

  private static Optional<FileReference> optionalFile(YamlMapping mapping, String key)
      throws ModelPackException {
    Optional<YamlMapping> file = mapping.optionalMapping(key);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    FileReference reference = file(file.get());
    file.get().end();
    return Optional.of(reference);
  }

  private static FileReference file(YamlMapping mapping) throws ModelPackException {
    String name = mapping.text("file");
    String sha256 = mapping.text("sha256");
    return valid(mapping, () -> new FileReference(name, sha256));
  }

  /** Builds a value and tells where in the manifest it is refused. */
  private static <T> T valid(YamlMapping mapping, Supplier<T> value) throws ModelPackException {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new ModelPackException(mapping.where() + ": " + e.getMessage(), e);
    }
  }
}
