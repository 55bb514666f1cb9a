package dev.mien.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Prints the error rates of verification over all pairs of the identities set, for each model
 * version. Takes minutes; run by {@code mvn -pl mien-vision test -Dtest=VerificationMeasurement}.
 */
class VerificationMeasurement {

  @Test
  void all_pairs_of_the_identities() throws Exception {
    Path folder = SharedFaces.folder("identities");
    FaceEngine engine = TestEngine.shared();
    EmbeddedSet set =
        EmbeddedSet.embed(engine, folder, SharedFaces.rows(folder.resolve("labels.csv")));

    System.out.printf(
        "identities: %d pictures, %d failures to acquire%n",
        set.samples().size(), set.failuresToAcquire());
    for (String version : engine.modelVersions()) {
      Rates rates = set.rates(version, "identity");
      System.out.printf("version %s: %s%n", version, rates);
      for (int score = 40; score <= 60; score += 10) {
        double threshold = Scores.similarity(engine.embedder(version), score);
        System.out.printf(
            "  at FMR 1e-%d by calibration (similarity %.4f): TAR %.2f %%, FMR here %.1e%n",
            score / 10 - 1,
            threshold,
            100 * rates.trueAcceptRate(threshold),
            rates.falseMatchRate(threshold));
      }
    }
    assertThat(set.samples()).isNotEmpty();
  }
}
