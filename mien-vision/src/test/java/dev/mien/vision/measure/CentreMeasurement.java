package dev.mien.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.align.Alignment;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.EmbedderSpec;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.Net;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Writes the mean vector of the net behind version 2.0 over the mtfl set, picture and mirror image,
 * as the pack's file {@code <embedder>.centre.txt} into {@code target/measured}. Takes minutes; run
 * by {@code mvn -pl mien-vision test -Dtest=CentreMeasurement}, then copy the file to {@code
 * mien-models/src/main/pack}, and measure the calibration anew.
 */
class CentreMeasurement {

  @Test
  void the_mean_vector_of_mtfl() throws Exception {
    Path folder = SharedFaces.folder("mtfl");
    FaceEngine engine = TestEngine.shared();
    ModelPack pack = ModelPack.bundled();
    EmbedderSpec.OneNet spec =
        (EmbedderSpec.OneNet) ((EmbedderSpec.Capped) pack.manifest().embedders().get("2.0")).of();
    Alignment alignment = Alignment.of(spec.alignment(), spec.net().input());
    double[] sum = new double[0];
    int faces = 0;
    try (Net net = Net.open(pack, spec.net(), List.of("embedding"), 1)) {
      for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
        Image image = TestEngine.image(folder.resolve(row.get("path")));
        for (Face face : engine.detect(image, new DetectOptions(1, 20, false))) {
          sum = add(sum, embed(net, image, alignment.toImage(face.landmarks()), false));
          sum = add(sum, embed(net, image, alignment.toImage(face.landmarks()), true));
          faces++;
        }
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "# The mean vector of %d faces of the mtfl set, each with its mirror image.%n"
            .formatted(faces));
    text.append(
        "# Made on %s by CentreMeasurement (mien-vision, test scope).%n"
            .formatted(LocalDate.now(ZoneOffset.UTC)));
    for (double component : sum) {
      text.append(String.format(Locale.ROOT, "%.6f%n", component / (2.0 * faces)));
    }
    Path file = Path.of("target", "measured", spec.id() + ".centre.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    System.out.println("wrote " + file.toAbsolutePath());
    assertThat(faces).isGreaterThan(1000);
  }

  private static float[] embed(Net net, Image image, Similarity toImage, boolean mirrored) {
    return net.with(
        run -> {
          run.fill(image, toImage);
          if (mirrored) {
            run.mirror();
          }
          run.compute();
          return run.values(0);
        });
  }

  private static double[] add(double[] sum, float[] vector) {
    double[] added = sum.length == 0 ? new double[vector.length] : sum;
    for (int i = 0; i < vector.length; i++) {
      added[i] += vector[i];
    }
    return added;
  }
}
