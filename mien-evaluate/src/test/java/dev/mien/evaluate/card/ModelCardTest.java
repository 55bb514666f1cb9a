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
        .contains("| 43 | 2 | 5.53 % (5.00-6.00) | 4.00 % | - |")
        .contains("- jaw: 0.040 %");
  }

  @Test
  void a_folder_without_reports_is_refused() {
    assertThatThrownBy(() -> ModelCard.of(folder))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("no reports");
  }
}
