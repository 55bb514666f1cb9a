package dev.mien.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.evaluate.attribute.AttributeReport;
import dev.mien.evaluate.attribute.Attributes;
import dev.mien.evaluate.attribute.CategoryFigures;
import dev.mien.evaluate.detection.Detection;
import dev.mien.evaluate.detection.DetectionReport.Figures;
import dev.mien.evaluate.landmark.LandmarkAccuracy;
import dev.mien.evaluate.landmark.LandmarkReport;
import dev.mien.evaluate.quality.QualityValue;
import dev.mien.evaluate.run.Console;
import dev.mien.evaluate.run.Crew;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Table;
import dev.mien.evaluate.verification.Verification;
import dev.mien.evaluate.verification.VerificationFigures;
import dev.mien.vision.DetectOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Holds the figures of the published reports, each with a margin, on parts of the sets that take
 * seconds.
 */
class PinnedFiguresTest {
  private static final int PICTURES_PER_PERSON = 2;

  @Test
  void people_are_told_apart() throws Exception {
    Path folder = SharedFaces.folder("identities");
    Table table =
        SharedFaces.firstOfEach(
            Table.read(folder.resolve("labels.csv")), "identity", PICTURES_PER_PERSON);
    try (Pipeline pipeline = pipeline(folder)) {
      Verification newest = Verification.ofLabels(pipeline, "3.0", table, "identities");
      VerificationFigures figures = newest.report().all();

      assertThat(newest.report().pictures().failed()).isLessThanOrEqualTo(1);
      assertThat(figures.equalErrorRate().value()).isLessThan(0.035);
      assertThat(figures.atFalseMatchRate().get(1).trueAcceptRate().value()).isGreaterThan(0.95);
      // What a score stands for: not far above 0.1 % at the first published one.
      assertThat(figures.atScore().getFirst().falseMatchRate().value()).isLessThan(0.003);
    }
  }

  @Test
  void people_are_told_apart_by_the_older_version() throws Exception {
    Path folder = SharedFaces.folder("identities");
    Table table =
        SharedFaces.firstOfEach(
            Table.read(folder.resolve("labels.csv")), "identity", PICTURES_PER_PERSON);
    try (Pipeline pipeline = pipeline(folder)) {
      VerificationFigures figures =
          Verification.ofLabels(pipeline, "2.0", table, "identities").report().all();

      assertThat(figures.equalErrorRate().value()).isLessThan(0.045);
    }
  }

  @Test
  void crowds_are_searched() throws Exception {
    Path folder = SharedFaces.folder("detection");
    Table table = Table.read(folder.resolve("boxes.csv"));
    try (Pipeline pipeline = pipeline(folder)) {
      Figures figures =
          Detection.of(pipeline, table, "detection", DetectOptions.DEFAULT_MIN_FACE_SIZE)
              .report()
              .largeEnough();

      assertThat(figures.recall().value()).isGreaterThan(0.63);
      assertThat(figures.falseBoxes()).isLessThanOrEqualTo(8);
    }
  }

  @Test
  void points_lie_where_people_set_them() throws Exception {
    Path folder = SharedFaces.folder("landmarks68");
    Table table = Table.read(folder.resolve("landmarks68.csv"));
    try (Pipeline pipeline = pipeline(folder)) {
      LandmarkReport report = LandmarkAccuracy.of(pipeline, table, "landmarks68").report();

      assertThat(report.notFound()).isLessThanOrEqualTo(3);
      assertThat(report.meanError().value()).isLessThan(0.044);
    }
  }

  @Test
  void low_quality_foretells_misses() throws Exception {
    Path folder = SharedFaces.folder("identities");
    Table table = Table.read(folder.resolve("labels.csv")).first(160);
    try (Pipeline pipeline = pipeline(folder)) {
      assertThat(QualityValue.of(pipeline, "3.0", table, "identities").report().areaTo30Percent())
          .isLessThan(1.1);
    }
  }

  @Test
  void heads_are_seen_to_be_turned() throws Exception {
    Path folder = SharedFaces.folder("mtfl");
    Table table = SharedFaces.firstOfEach(Table.read(folder.resolve("labels.csv")), "pose", 40);
    try (Pipeline pipeline = pipeline(folder)) {
      AttributeReport report = Attributes.of(pipeline, table, "mtfl");
      CategoryFigures pose = (CategoryFigures) report.attributes().get("pose").all();

      assertThat(pose.balancedAccuracy()).isGreaterThan(0.7);
    }
  }

  private static Pipeline pipeline(Path folder) throws EvaluationException {
    Console console = new Console(new PrintWriter(new StringWriter()), false);
    return Pipeline.open(Optional.empty(), folder, Crew.ofAllCores(), console);
  }
}
