package dev.mien.vision.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
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
import org.junit.jupiter.api.Test;

/**
 * Writes the cohort of each model version's embedder as the pack's file {@code
 * <embedder>.cohort.f32} into {@code target/measured}, named after the embedder whose vectors are
 * capped: centres of the faces of the mtfl and utkface sets, and more of the children among them,
 * who are few but lie in the narrowest bundles. A centre is the mean of five people or more, and no
 * single face can be told from it. So that a table can be made of people whom the cohort does not
 * hold, there are also the cohorts of the even and of the odd rows, {@code
 * <embedder>.half-0.cohort.f32} and {@code half-1}. Takes minutes; run by {@code mvn -pl
 * mien-vision test -Dtest=CohortMeasurement}, then copy the files to {@code
 * mien-models/src/main/pack}, give the embedders new ids and calibrate anew.
 */
class CohortMeasurement {

  private static final int CENTRES = 96;
  private static final int CENTRES_OF_CHILDREN = 24;
  private static final int ADULT_YEARS = 16;
  private static final long SEED = 20;

  /**
   * A face.
   *
   * @param row of the label file, from 0
   * @param vector before the cap
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sample(int row, float[] vector, boolean child) {}

  @Test
  void centres_of_mtfl_and_utkface() throws Exception {
    ModelPack pack = ModelPack.bundled();
    try (Embedders embedders = Embedders.open(pack, 1)) {
      for (String version : embedders.modelVersions()) {
        if (embedders.embedder(version) instanceof CappedEmbedder(Embedder bare, Cohort _)
            && pack.manifest().embedders().get(version) instanceof EmbedderSpec.Capped spec) {
          List<Sample> samples = samples(bare);
          write(spec.of().id(), centres(samples));
          for (int half = 0; half < 2; half++) {
            int kept = half;
            write(
                spec.of().id() + ".half-" + half,
                centres(samples.stream().filter(sample -> sample.row() % 2 == kept).toList()));
          }
        }
      }
    }
  }

  private static List<Sample> samples(Embedder bare) throws Exception {
    FaceEngine engine = TestEngine.shared();
    List<Sample> samples = new ArrayList<>();
    for (String set : List.of("mtfl", "utkface")) {
      Path folder = SharedFaces.folder(set);
      int number = 0;
      for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
        boolean child = row.containsKey("age") && Integer.parseInt(row.get("age")) < ADULT_YEARS;
        Image image = TestEngine.image(folder.resolve(row.get("path")));
        for (Face face : engine.detect(image, new DetectOptions(1, 20, false))) {
          samples.add(new Sample(number, bare.embed(new Passes(image, face.landmarks())), child));
        }
        number++;
      }
    }
    return samples;
  }

  private static List<float[]> centres(List<Sample> samples) {
    List<float[]> all = samples.stream().map(Sample::vector).toList();
    List<float[]> children = samples.stream().filter(Sample::child).map(Sample::vector).toList();
    List<float[]> centres = new ArrayList<>(Clusters.centres(all, CENTRES, SEED));
    centres.addAll(Clusters.centres(children, CENTRES_OF_CHILDREN, SEED));
    return centres;
  }

  private static void write(String embedder, List<float[]> centres) throws Exception {
    int dimension = centres.getFirst().length;
    ByteBuffer buffer =
        ByteBuffer.allocate(Float.BYTES * dimension * centres.size())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] centre : centres) {
      for (float component : centre) {
        buffer.putFloat(component);
      }
    }
    Path file = Path.of("target", "measured", embedder + ".cohort.f32");
    Files.createDirectories(file.getParent());
    Files.write(file, buffer.array());
    System.out.printf("wrote %d centres to %s%n", centres.size(), file.toAbsolutePath());
    assertThat(centres).hasSizeGreaterThan(CENTRES / 2);
  }
}
