package dev.mien.evaluate.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.evaluate.report.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Calibrates made-up people, half of whom resemble each other more than the others do. */
class CalibrationRunTest {

  private static final int DIMENSION = 40;
  private static final SliceTolerance SETS_ALONE = SliceTolerance.of(Double.POSITIVE_INFINITY);

  private final Random random = new Random(5);
  private final FaceSet people = new FaceSet("people", people(700));

  @Test
  void people_it_was_not_fitted_on_err_as_often_as_promised() {
    CalibrationRun run = CalibrationRun.of(List.of(people), SETS_ALONE);

    Interval others = run.heldOut().get("people").get(-3.0);
    assertThat(others.value()).isBetween(0.7e-3, 1.4e-3);
    assertThat(others.low()).isLessThan(1e-3);
    assertThat(others.high()).isBetween(1e-3, 3e-3);
    assertThat(run.bands().get(-3.0)).isLessThan(0.3);
    assertThat(run.bands().get(-6.0)).isGreaterThan(run.bands().get(-3.0));
  }

  @Test
  void the_worst_slice_errs_at_most_the_tolerance_times_more_often_than_promised() {
    CalibrationRun loose = CalibrationRun.of(List.of(people), SETS_ALONE);
    CalibrationRun strict = CalibrationRun.of(List.of(people), SliceTolerance.of(2));
    SimilarityHistogram alike = strict.impostors().slices().get("alike");

    assertThat(alike.rate(loose.table().similarity(-3))).isGreaterThan(2.5e-3);
    assertThat(alike.rate(strict.table().similarity(-3))).isBetween(1.5e-3, 2.4e-3);
  }

  @Test
  void the_worst_slice_may_err_more_often_at_some_scores_than_at_others() {
    CalibrationTable strict = tableFor(SliceTolerance.of(1.5));
    CalibrationTable loose = tableFor(SliceTolerance.of(3));
    CalibrationTable both = tableFor(SliceTolerance.parse("1e-2=3,1e-4=1.5"));

    assertThat(both.similarity(-2)).isEqualTo(loose.similarity(-2));
    assertThat(both.similarity(-4)).isEqualTo(strict.similarity(-4));
    assertThat(both.similarity(-3)).isBetween(loose.similarity(-3), strict.similarity(-3));
    assertThat(strict.similarity(-3)).isGreaterThan(loose.similarity(-3));
  }

  private CalibrationTable tableFor(SliceTolerance tolerance) {
    return CalibrationTable.of(Impostors.of(List.of(people)), tolerance);
  }

  @Test
  void a_slice_that_is_only_reported_changes_nothing() {
    FaceSet reported =
        new FaceSet(
            "people",
            people.samples().stream()
                .map(
                    sample ->
                        new FaceSet.Sample(
                            sample.person(), Set.of(), sample.slices(), sample.vector()))
                .toList());

    CalibrationRun run = CalibrationRun.of(List.of(reported), SliceTolerance.of(2));

    assertThat(run.table())
        .isEqualTo(CalibrationTable.of(Impostors.of(List.of(people)), SETS_ALONE));
    assertThat(run.impostors().reported()).containsKey("alike");
  }

  @Test
  void the_table_rises_to_identical_pictures() {
    List<CalibrationTable.Row> rows =
        CalibrationTable.of(Impostors.of(List.of(people)), SliceTolerance.of(2.5)).rows();

    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i).similarity()).isGreaterThan(rows.get(i - 1).similarity());
      assertThat(rows.get(i).log10Rate()).isLessThan(rows.get(i - 1).log10Rate());
    }
    assertThat(rows.getLast()).isEqualTo(new CalibrationTable.Row(0.9999, -9));
  }

  @Test
  void pictures_of_one_person_are_no_impostors() {
    List<FaceSet.Sample> once = people.samples().subList(0, 120);
    List<FaceSet.Sample> twice = new ArrayList<>(once);
    twice.addAll(once);

    Impostors impostors = Impostors.of(List.of(new FaceSet("twice", twice)));

    assertThat(impostors.sets().get("twice").count()).isEqualTo(4L * 120 * 119 / 2);
    assertThat(impostors.sets().get("twice").rate(0.999)).isZero();
  }

  @Test
  void too_few_pairs_are_refused_with_their_number() {
    FaceSet few = new FaceSet("few", people.samples().subList(0, 50));

    assertThatThrownBy(() -> CalibrationRun.of(List.of(few), SliceTolerance.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("few has 1225 pairs");
  }

  private List<FaceSet.Sample> people(int count) {
    List<FaceSet.Sample> samples = new ArrayList<>();
    for (int person = 0; person < count; person++) {
      boolean alike = person % 2 == 0;
      float[] vector = new float[DIMENSION];
      double squaredLength = 0;
      for (int i = 0; i < DIMENSION; i++) {
        vector[i] = (float) (random.nextGaussian() + (alike && i < 6 ? 0.9 : 0));
        squaredLength += vector[i] * vector[i];
      }
      for (int i = 0; i < DIMENSION; i++) {
        vector[i] /= (float) Math.sqrt(squaredLength);
      }
      samples.add(
          new FaceSet.Sample(
              "person " + person, alike ? Set.of("alike") : Set.of(), Set.of(), vector));
    }
    return samples;
  }
}
