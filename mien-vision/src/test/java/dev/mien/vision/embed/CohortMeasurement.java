package dev.mien.vision.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.model.ModelPack;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Writes the cohort of each model version's embedder as the pack's file {@code
 * <embedder>.cohort.f32} into {@code target/measured}, named after the embedder whose vectors are
 * capped: centres of the faces of the mtfl and utkface sets, and more of the children among them,
 * who are few but lie in the narrowest bundles, each with its cap. A centre is the mean of five
 * people or more, and no single face can be told from it. So that a table can be made of people
 * whom the cohort does not hold, there are also the cohorts of the even and of the odd rows, {@code
 * <embedder>.half-0.cohort.f32} and {@code half-1}. Takes minutes; run by {@code mvn -pl
 * mien-vision test -Dtest=CohortMeasurement}, then copy the files to {@code
 * mien-models/src/main/pack}, give the embedders new ids and calibrate anew.
 */
class CohortMeasurement {

  /**
   * How the caps of each embedder are found: for most adults the similarity is about what scores 60
   * and 80 stand for, so that few of them are touched, for those whom the nets confuse it is lower.
   * {@code CohortTrials} shows the exchange.
   */
  private static final Map<String, Caps> CAPS =
      Map.of(
          "mien-fusion-int8-1",
          new Caps.Own(new Caps.Similarities(0.77, 0.68, 0.50), 3),
          "dlib-resnet-int8-1",
          new Caps.Own(new Caps.Similarities(0.88, 0.88, 0.83), 3));

  @Test
  void centres_of_mtfl_and_utkface() throws Exception {
    Map<String, FaceVectors> sets = new LinkedHashMap<>();
    for (String set : List.of("mtfl", "utkface")) {
      sets.put(set, FaceVectors.of(set));
    }
    try (Embedders embedders = Embedders.open(ModelPack.bundled(), 1)) {
      for (Map.Entry<String, CappedEmbedder> entry : FaceVectors.capped(embedders).entrySet()) {
        String id = entry.getKey();
        double sharpness = entry.getValue().cohort().sharpness();
        List<CohortMaker.Sample> samples = new ArrayList<>();
        for (FaceVectors set : sets.values()) {
          samples.addAll(CohortMaker.samples(set.rows(), set.vectors().get(id)));
        }
        CohortMaker maker = new CohortMaker(CohortMaker.Share.SHIPPED, CAPS.get(id), sharpness);
        write(id, maker.cohort(samples));
        for (int half = 0; half < 2; half++) {
          write(id + ".half-" + half, maker.cohort(CohortMaker.half(samples, half)));
        }
      }
    }
  }

  private static void write(String embedder, Cohort cohort) throws Exception {
    float[][] centres = cohort.centres();
    ByteBuffer buffer =
        ByteBuffer.allocate(Float.BYTES * centres[0].length * centres.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < centres.length; k++) {
      for (float component : centres[k]) {
        buffer.putFloat((float) (cohort.caps()[k] * component));
      }
    }
    Path file = Path.of("target", "measured", embedder + ".cohort.f32");
    Files.createDirectories(file.getParent());
    Files.write(file, buffer.array());
    System.out.printf("wrote %d centres to %s%n", centres.length, file.toAbsolutePath());
    assertThat(centres.length).isGreaterThan(40);
  }
}
