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
  private static final int SAMPLED = 200;
  private static final int LOOKED_FOR = 100;

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

    HeadTraining.Result result = new HeadTraining(task, views, View::path).run();
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

    LinearTrainer.Sum sum = new HeadTraining(task, views, View::path).run().sums().getFirst();

    for (View view : views.subList(0, 20)) {
      assertThat(sum.of(shape(view))).isCloseTo(20 + 50 * shape(view)[2], Offset.offset(3.0));
    }
  }

  @Test
  void what_was_looked_for_because_it_is_rare_does_not_become_frequent() {
    Random random = new Random(8);
    List<View> views = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    while (views.size() < SAMPLED + LOOKED_FOR) {
      View view = view(views.size(), random);
      double target = 4 * (shape(view)[0] - 0.9) + random.nextGaussian() > 0 ? 1 : 0;
      // The last of them were looked for: of what nobody asked for only every tenth was kept.
      if (views.size() < SAMPLED || target == 1 || random.nextInt(10) == 0) {
        views.add(view);
        targets.add(target);
      }
    }
    Task task =
        new Task(
            HeadRole.GENDER,
            List.of(FeatureBlock.SHAPE),
            List.of(10.0),
            view -> targets.get(Integer.parseInt(view.path())));

    HeadTraining.Result result =
        new HeadTraining(task.by(HeadTrainingTest::sample), views, View::path).run();
    HeadTraining.Result believed = new HeadTraining(task, views, View::path).run();

    double share = targets.subList(0, SAMPLED).stream().mapToDouble(t -> t).average().orElse(0);
    assertThat(meanProbability(result, views)).isCloseTo(share, Offset.offset(0.03));
    assertThat(meanProbability(believed, views)).isGreaterThan(share + 0.05);
    assertThat(result.figures()).startsWith("rows " + SAMPLED).contains("mined: rows ");
  }

  @Test
  void nobody_is_learned_by_heart_from_one_picture_and_recognised_in_another() {
    Random random = new Random(9);
    List<View> views = new ArrayList<>();
    for (int person = 0; person < 40; person++) {
      float[] looks = view(person, random).features();
      for (int picture = 0; picture < 3; picture++) {
        views.add(new View("made-up", person + "/" + picture, false, looks));
      }
    }
    // Every second person, whatever they look like.
    Task task =
        new Task(
            HeadRole.GENDER,
            List.of(FeatureBlock.FACE),
            List.of(1.0),
            view -> Integer.parseInt(person(view)) % 2);

    String byPicture = new HeadTraining(task, views, View::path).run().figures();
    String byPerson = new HeadTraining(task, views, HeadTrainingTest::person).run().figures();

    assertThat(areaUnderCurve(byPicture)).isGreaterThan(0.95);
    assertThat(areaUnderCurve(byPerson)).isBetween(0.2, 0.8);
  }

  @Test
  void a_picture_that_two_sets_share_shows_one_person(@TempDir Path faces) throws Exception {
    Files.createDirectories(faces.resolve("people"));
    Files.createDirectories(faces.resolve("looks"));
    Files.writeString(faces.resolve("people/labels.csv"), "path,identity\nanna/7.jpg,anna\n");
    Files.writeString(faces.resolve("looks/labels.csv"), "path,hat\n7.jpg,1\n8.jpg,0\n");

    Labels labels = Labels.read(faces, List.of("people", "looks"));

    assertThat(labels.person(new View("people", "anna/7.jpg", false, new float[0])))
        .isEqualTo("anna");
    assertThat(labels.person(new View("looks", "7.jpg#drawn", false, new float[0])))
        .isEqualTo("anna");
    assertThat(labels.person(new View("looks", "8.jpg", false, new float[0]))).isEqualTo("8.jpg");
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

  private static String sample(View view) {
    return Integer.parseInt(view.path()) < SAMPLED ? "random" : Task.MINED;
  }

  private static String person(View view) {
    return view.path().split("/", 2)[0];
  }

  /** What the head says of the views that were drawn at random. */
  private static double meanProbability(HeadTraining.Result result, List<View> views) {
    return views.stream()
        .filter(view -> sample(view).equals("random"))
        .mapToDouble(view -> 1 / (1 + Math.exp(-result.sums().getFirst().of(shape(view)))))
        .average()
        .orElse(0);
  }

  private static double areaUnderCurve(String figures) {
    return Double.parseDouble(figures.replaceAll(".*AUC ([0-9.]+).*", "$1"));
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
