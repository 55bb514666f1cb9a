package dev.mien.vision.embed;

import static java.util.stream.Collectors.toMap;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.EmbedderSpec;
import dev.mien.vision.model.ModelPack;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The vectors, before any cap, of the faces of a labelled set. They are made once and kept in
 * {@code target/measured/vectors}, for trials are many and nets are slow: delete that folder when a
 * net, an alignment or a set has changed.
 *
 * @param rows of the label file
 * @param vectors for each row, by the id of the embedder that is capped; an empty array where no
 *     face was found
 */
record FaceVectors(List<Map<String, String>> rows, Map<String, List<float[]>> vectors) {

  private static final Path KEPT = Path.of("target", "measured", "vectors");

  /** The faces of one set. */
  static FaceVectors of(String set) throws Exception {
    Path folder = SharedFaces.folder(set);
    List<Map<String, String>> rows = SharedFaces.rows(folder.resolve("labels.csv"));
    try (Embedders embedders = Embedders.open(ModelPack.bundled(), 1)) {
      Map<String, CappedEmbedder> capped = capped(embedders);
      if (!capped.keySet().stream().allMatch(id -> Files.exists(file(set, id)))) {
        List<Path> pictures = rows.stream().map(row -> folder.resolve(row.get("path"))).toList();
        for (Map.Entry<String, List<float[]>> made : make(capped, pictures).entrySet()) {
          write(file(set, made.getKey()), made.getValue());
        }
      }
      Map<String, List<float[]>> vectors = new TreeMap<>();
      for (String id : capped.keySet()) {
        vectors.put(id, read(file(set, id), capped.get(id).dimension()));
      }
      return new FaceVectors(rows, vectors);
    }
  }

  /** The capped embedders of the bundled pack, by the id of what they cap. */
  static Map<String, CappedEmbedder> capped(Embedders embedders) throws Exception {
    Map<String, CappedEmbedder> capped = new TreeMap<>();
    for (Map.Entry<String, EmbedderSpec> entry :
        ModelPack.bundled().manifest().embedders().entrySet()) {
      if (entry.getValue() instanceof EmbedderSpec.Capped spec
          && embedders.embedder(entry.getKey()) instanceof CappedEmbedder embedder) {
        capped.put(spec.of().id(), embedder);
      }
    }
    return capped;
  }

  private static Map<String, List<float[]>> make(
      Map<String, CappedEmbedder> embedders, List<Path> pictures) {
    List<Map<String, float[]>> made =
        IntStream.range(0, pictures.size())
            .parallel()
            .mapToObj(i -> ofPicture(embedders, pictures.get(i)))
            .toList();
    return embedders.keySet().stream()
        .collect(toMap(id -> id, id -> made.stream().map(each -> each.get(id)).toList()));
  }

  private static Map<String, float[]> ofPicture(
      Map<String, CappedEmbedder> embedders, Path picture) {
    try {
      Image image = TestEngine.image(picture);
      List<Face> faces = TestEngine.shared().detect(image, new DetectOptions(1, 20, false));
      if (faces.isEmpty()) {
        return embedders.keySet().stream().collect(toMap(id -> id, _ -> new float[0]));
      }
      Passes passes = new Passes(image, faces.getFirst().landmarks());
      return embedders.entrySet().stream()
          .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().inner().embed(passes)));
    } catch (Exception e) {
      throw new IllegalStateException(picture.toString(), e);
    }
  }

  private static Path file(String set, String embedder) {
    return KEPT.resolve(set + "." + embedder + ".f32");
  }

  /** A picture without a face becomes a vector that is not a number. */
  private static void write(Path file, List<float[]> vectors) throws Exception {
    int dimension = vectors.stream().mapToInt(vector -> vector.length).max().orElseThrow();
    ByteBuffer buffer =
        ByteBuffer.allocate(Float.BYTES * dimension * vectors.size())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] vector : vectors) {
      for (int i = 0; i < dimension; i++) {
        buffer.putFloat(vector.length == 0 ? Float.NaN : vector[i]);
      }
    }
    Files.createDirectories(KEPT);
    Files.write(file, buffer.array());
  }

  private static List<float[]> read(Path file, int dimension) throws Exception {
    ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<float[]> vectors = new ArrayList<>();
    while (buffer.hasRemaining()) {
      float[] vector = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        vector[i] = buffer.getFloat();
      }
      vectors.add(Float.isNaN(vector[0]) ? new float[0] : vector);
    }
    return vectors;
  }
}
