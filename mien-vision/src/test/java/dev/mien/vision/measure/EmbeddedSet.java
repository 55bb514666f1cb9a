package dev.mien.vision.measure;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.TestEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A labelled set with the embedding of the largest face of each picture.
 *
 * @param samples in the order of the labels
 */
public record EmbeddedSet(List<Sample> samples) {

  /** Labelled sets hold faces down to this size. */
  private static final DetectOptions LARGEST = new DetectOptions(1, 20, false);

  /**
   * A picture.
   *
   * @param label what the set says of it
   * @param vectors by model version; empty when no face was found
   */
  public record Sample(Map<String, String> label, Map<String, float[]> vectors) {

    /** The embedding, if a face was found. */
    public Optional<float[]> vector(String modelVersion) {
      return Optional.ofNullable(vectors.get(modelVersion));
    }
  }

  /** Embeds the pictures of these labels. */
  public static EmbeddedSet embed(FaceEngine engine, Path folder, List<Map<String, String>> labels)
      throws IOException, ImageException {
    List<Sample> samples = new ArrayList<>();
    for (Map<String, String> label : labels) {
      Image image = TestEngine.image(folder.resolve(label.get("path")));
      List<Face> faces = engine.detect(image, LARGEST);
      Map<String, float[]> vectors = new TreeMap<>();
      if (!faces.isEmpty()) {
        for (String version : engine.modelVersions()) {
          vectors.put(version, engine.embed(image, faces.getFirst(), version).vector());
        }
      }
      samples.add(new Sample(label, vectors));
    }
    return new EmbeddedSet(List.copyOf(samples));
  }

  /** Pictures in which no face was found. */
  public long failuresToAcquire() {
    return samples.stream().filter(sample -> sample.vectors().isEmpty()).count();
  }

  /** All pairs, split by the values of a label; a pair with a failure to acquire never matches. */
  public Rates rates(String modelVersion, String identityLabel) {
    DoubleList genuine = new DoubleList();
    DoubleList impostor = new DoubleList();
    for (int i = 0; i < samples.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean same =
            samples
                .get(i)
                .label()
                .get(identityLabel)
                .equals(samples.get(j).label().get(identityLabel));
        (same ? genuine : impostor).add(similarity(modelVersion, i, j));
      }
    }
    return new Rates(genuine.toArray(), impostor.toArray());
  }

  /** The inner product of two samples; negative infinity when one of them has no face. */
  public double similarity(String modelVersion, int one, int other) {
    Optional<float[]> a = samples.get(one).vector(modelVersion);
    Optional<float[]> b = samples.get(other).vector(modelVersion);
    if (a.isEmpty() || b.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    double sum = 0;
    for (int k = 0; k < a.get().length; k++) {
      sum += (double) a.get()[k] * b.get()[k];
    }
    return sum;
  }
}
