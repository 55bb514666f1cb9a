package dev.mien.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.vision.attribute.FeatureBlock;
import dev.mien.vision.attribute.Head;
import dev.mien.vision.attribute.HeadFile;
import dev.mien.vision.attribute.HeadRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains on made-up features whose best answer is known. */
class HeadTrainingTest {

  private static final int ROWS = 600;

  @Test
  void a_class_that_depends_on_a_feature_is_learned_and_written_as_a_head(@TempDir Path folder)
      throws Exception {
    Random random = new Random(3);
    List<View> views = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      View view = view(row, random);
      views.add(view);
      targets.add(5 * (shape(view)[0] - 0.5) + random.nextGaussian() > 0 ? 1.0 : 0.0);
    }
    Task task =
        new Task(
            HeadRole.GENDER,
            List.of(FeatureBlock.SHAPE),
            List.of(0.1, 1.0),
            view -> targets.get(Integer.parseInt(view.path())));

    HeadTraining.Result result = new HeadTraining(task, views).run();
    HeadWriter.write(folder, HeadRole.GENDER, task.blocks(), result.sums(), result.figures());

    Head head = HeadFile.read("gender", Files.readString(folder.resolve("gender.head.txt")));
    assertThat(head.classes()).isEqualTo(HeadRole.GENDER.classes());
    assertThat(result.sums()).hasSize(1);
    double[] weights = result.sums().getFirst().weights();
    for (int i = 1; i < weights.length; i++) {
      assertThat(weights[0]).isGreaterThan(4 * Math.abs(weights[i]));
    }
    // Gaussian noise of 1 against a slope of 5: where the feature is in the middle nobody knows.
    float[] middle = new float[FeatureBlock.SHAPE.length()];
    java.util.Arrays.fill(middle, 0.5f);
    assertThat(result.sums().getFirst().of(middle)).isCloseTo(0, Offset.offset(0.7));
    assertThat(result.figures()).contains("rows " + ROWS);
  }

  @Test
  void a_value_that_depends_on_a_feature_is_learned() {
    Random random = new Random(4);
    List<View> views = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      views.add(view(row, random));
    }
    Task task =
        new Task(
            HeadRole.AGE,
            List.of(FeatureBlock.SHAPE),
            List.of(10.0),
            view -> 20 + 50 * shape(view)[2]);

    LinearTrainer.Sum sum = new HeadTraining(task, views).run().sums().getFirst();

    for (View view : views.subList(0, 20)) {
      assertThat(sum.of(shape(view))).isCloseTo(20 + 50 * shape(view)[2], Offset.offset(3.0));
    }
  }

  @Test
  void calibration_finds_the_scale_and_the_shift_that_sums_lack() {
    Random random = new Random(5);
    double[][] sums = new double[5000][2];
    int[] labels = new int[sums.length];
    for (int row = 0; row < sums.length; row++) {
      double logOdds = 2 * random.nextGaussian();
      labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
      sums[row][1] = (logOdds - 0.5) / 3;
    }

    Calibration calibration = Calibration.fit(sums, labels);

    assertThat(calibration.scale()).isCloseTo(3, Offset.offset(0.3));
    assertThat(calibration.shifts()[1]).isCloseTo(0.5, Offset.offset(0.15));
    double[][] probabilities = new double[sums.length][];
    for (int row = 0; row < sums.length; row++) {
      probabilities[row] = calibration.probabilities(sums[row]);
    }
    assertThat(Figures.of(probabilities, labels).expectedCalibrationError()).isLessThan(0.03);
  }

  @Test
  void figures_count_what_is_right_and_how_sure_it_was() {
    double[][] probabilities = {{0.9, 0.1}, {0.9, 0.1}, {0.3, 0.7}, {0.3, 0.7}};
    Figures figures = Figures.of(probabilities, new int[] {0, 1, 1, 1});

    assertThat(figures.accuracy()).isEqualTo(0.75);
    assertThat(figures.balancedAccuracy()).isCloseTo((1 + 2 / 3.0) / 2, Offset.offset(1e-9));
    // 1.8 said and 1 right in one bin, 1.4 said and 2 right in another
    assertThat(figures.expectedCalibrationError()).isCloseTo(1.4 / 4, Offset.offset(1e-9));
    assertThat(figures.areaUnderCurve()).isCloseTo(2.5 / 3, Offset.offset(1e-9));
    assertThat(figures.confusion()).isDeepEqualTo(new int[][] {{1, 0}, {1, 2}});
  }

  @Test
  void features_come_back_from_the_cache_as_they_were(@TempDir Path folder) throws Exception {
    FeatureCache cache = new FeatureCache(folder);
    View first = view(7, new Random(6));
    View second = view(8, new Random(7));

    cache.add("some", List.of(first));
    cache.add("some", List.of(second));

    assertThat(cache.paths("some")).containsExactlyInAnyOrder("7", "8");
    assertThat(cache.paths("others")).isEmpty();
    assertThat(cache.read("others")).isEmpty();
    List<View> read = cache.read("some");
    assertThat(read).extracting(View::path).containsExactly("7", "8");
    assertThat(read.get(0).features()).containsExactly(first.features());
    assertThat(read.get(1).features()).containsExactly(second.features());
  }

  @Test
  void features_that_do_not_fit_their_table_are_refused(@TempDir Path folder) throws Exception {
    FeatureCache cache = new FeatureCache(folder);
    cache.add("some", List.of(view(7, new Random(6))));
    Files.write(folder.resolve("some.bin"), new byte[1], StandardOpenOption.APPEND);

    assertThatThrownBy(() -> cache.read("some"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("do not fit their table");
  }

  private static View view(int row, Random random) {
    float[] features = new float[View.length()];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
    }
    return new View("made-up", String.valueOf(row), false, features);
  }

  private static float[] shape(View view) {
    return view.of(List.of(FeatureBlock.SHAPE), FeatureBlock.SHAPE.length());
  }
}
