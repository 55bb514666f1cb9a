package dev.mien.evaluate.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.evaluate.EvaluationException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
  private static final Path DOCS = Path.of("../docs");

  @TempDir Path folder;

  @Test
  void the_published_card_is_that_of_the_published_reports() throws Exception {
    assertThat(ModelCard.of(DOCS.resolve("evaluation")))
        .as(
            "docs/model-card.md is stale; run: ./mien evaluate card --reports docs/evaluation --out"
                + " docs/model-card.md")
        .isEqualTo(Files.readString(DOCS.resolve("model-card.md")));
  }

  @Test
  void a_report_is_told_with_its_figures_and_what_is_unknown() throws Exception {
    Files.writeString(
        folder.resolve("landmarks.json"),
        """
        {"subject": {"measurement": "landmarks", "data": "mine/points.csv", "pack": "p"},
         "pictures": {"pictures": 9, "failed": 1, "rate": 0.1111},
         "faces": 43, "notFound": 2,
         "meanError": {"value": 0.0553, "low": 0.05, "high": 0.06},
         "medianError": {"value": 0.04, "low": null, "high": null},
         "over10Percent": {"value": null, "low": null, "high": null},
         "parts": {"jaw": 0.0004}}
        """);

    assertThat(ModelCard.of(folder))
        .contains("### mine/points.csv")
        .contains("9 pictures, 1 of which failed (11.11 %); pack p.")
        .contains("| 43 | 2 | 5.53 % (5.00-6.00) | - | 4.00 % | - |")
        .contains("- jaw: 0.040 %");
  }

  @Test
  void figures_of_a_trained_set_stand_beside_those_of_pictures_left_out() throws Exception {
    Files.writeString(
        folder.resolve("attributes.json"),
        """
        {"subject": {"measurement": "attributes", "data": "mine.csv", "remark": "Seen in training.",
                     "pack": "p"},
         "pictures": {"pictures": 9, "failed": 0, "rate": 0},
         "attributes": {
           "smile": {"training": "Made so; cross-validated: rows 7, accuracy 0.859, cost 1",
                     "all": {"faces": 9, "accuracy": {"value": 0.95, "low": 0.9, "high": 1},
                             "perClass": {"no": {"value": 0.9, "low": null, "high": null}}},
                     "slices": {}},
           "age": {"training": "cross-validated: rows 7, mean absolute error 4.85, cost 0.1",
                   "all": {"faces": 9, "meanAbsoluteError": {"value": 3, "low": 2, "high": 4}},
                   "slices": {}}}}
        """);

    assertThat(ModelCard.of(folder))
        .contains("**Seen in training.**")
        .contains("| smile | all | 9 | 95.00 % (90.00-100.00) | 85.9 % |")
        .contains("| age | all | 9 | 3.00 (2.00-4.00) | 4.85 |")
        .contains("- smile: no 90.00 %")
        .contains("- smile: rows 7, accuracy 0.859\n");
  }

  @Test
  void a_calibration_is_told_by_how_often_other_people_pass() throws Exception {
    Files.writeString(
        folder.resolve("e.calibration.json"),
        """
        {"subject": {"measurement": "calibration", "data": "mine/labels.csv", "pack": "p",
                     "modelVersion": "3.0", "embedder": "e"},
         "points": {"1e-03": {"similarity": 0.6, "sliceTolerance": 4.5},
                    "1e-04": {"similarity": 0.7, "sliceTolerance": 2.2}},
         "sets": {"mine": {"pairs": 9000, "countedOnOthers": {
           "1e-03": {"value": 0.00054, "low": 0.0004, "high": 0.001},
           "1e-04": {"value": null, "low": null, "high": null}}}},
         "slices": {}, "reportedSlices": {},
         "pictures": {"mine/labels.csv": {"pictures": 9, "failed": 1}}}
        """);

    assertThat(ModelCard.of(folder))
        .contains("### mine/labels.csv, 3.0\n")
        .contains("| times as often | 4.50 | 2.20 |")
        .contains("| mine | 9000 | 0.54 (0.40-1.00) | - |")
        .doesNotContain("pictures, ");
  }

  @Test
  void a_folder_without_reports_is_refused() {
    assertThatThrownBy(() -> ModelCard.of(folder))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("no reports");
  }
}
