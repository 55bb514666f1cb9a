package dev.mien.evaluate.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.evaluate.attribute.Categories.Sample;
import dev.mien.evaluate.attribute.Prediction.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CategoriesTest {

  @Test
  void ten_faces_are_counted_by_hand() {
    List<Sample> samples = new ArrayList<>();
    add(samples, 6, "no", "no", 0.9);
    add(samples, 1, "no", "yes", 0.6);
    add(samples, 1, "yes", "yes", 0.6);
    add(samples, 2, "yes", "no", 0.9);

    CategoryFigures figures = Categories.of(samples);

    assertThat(figures.classes()).containsExactly("no", "yes");
    assertThat(figures.confusion()).containsExactly(List.of(6L, 1L), List.of(2L, 1L));
    assertThat(figures.accuracy().value()).isEqualTo(0.7);
    assertThat(figures.alwaysCommonest()).isEqualTo(0.7);
    assertThat(figures.perClass().get("no").value()).isCloseTo(6 / 7.0, within(1e-12));
    assertThat(figures.perClass().get("yes").value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(figures.balancedAccuracy()).isCloseTo((6 / 7.0 + 1 / 3.0) / 2, within(1e-12));
    // Eight at 0.9 of which six are right, two at 0.6 of which one is: 0.8 x 0.15 + 0.2 x 0.1.
    assertThat(figures.calibrationError()).isCloseTo(0.14, within(1e-12));
  }

  @Test
  void true_probabilities_have_no_calibration_error() {
    Random random = new Random(5);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      double probability = 0.5 + random.nextDouble() / 2;
      add(samples, 1, random.nextDouble() < probability ? "yes" : "no", "yes", probability);
    }

    assertThat(Categories.of(samples).calibrationError()).isLessThan(0.01);
  }

  @Test
  void a_class_that_only_the_pipeline_names_has_a_column_and_no_accuracy() {
    List<Sample> samples = new ArrayList<>();
    add(samples, 1, "frontal", "left", Double.NaN);

    CategoryFigures figures = Categories.of(samples);

    assertThat(figures.classes()).containsExactly("frontal", "left");
    assertThat(figures.perClass()).containsOnlyKeys("frontal");
    assertThat(figures.calibrationError()).isNaN();
    assertThat(figures.reliability()).isEmpty();
  }

  @Test
  void errors_of_a_number_are_counted_by_hand() {
    QuantityFigures figures = Quantities.of(new double[] {-12, 0, 3, 5});

    assertThat(figures.meanAbsoluteError().value()).isEqualTo(5);
    assertThat(figures.medianAbsoluteError()).isEqualTo(4);
    assertThat(figures.bias()).isEqualTo(-1);
    assertThat(figures.withinFive().value()).isEqualTo(0.75);
    assertThat(figures.withinTen().value()).isEqualTo(0.75);
  }

  private static void add(
      List<Sample> samples, int times, String label, String said, double probability) {
    for (int i = 0; i < times; i++) {
      samples.add(new Sample(label, new Category(said, probability)));
    }
  }
}
