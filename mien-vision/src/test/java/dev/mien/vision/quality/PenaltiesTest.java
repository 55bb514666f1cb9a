package dev.mien.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.landmark.Pose;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What good faces vary by costs nothing, and more damage never costs less. */
class PenaltiesTest {
  private static final QualityMeasures GOOD =
      new QualityMeasures(0.3, 0.8, 120, 50, 0.02, 0.3, 200);
  private static final Pose FRONTAL = new Pose(0, 0, 0);

  private static double chance(QualityMeasures measures, Pose pose, Completeness completeness) {
    return RecognitionChance.of(Penalties.of(measures, pose, completeness));
  }

  private static double chance(QualityMeasures measures) {
    return chance(measures, FRONTAL, Completeness.WHOLE);
  }

  @Test
  void a_good_face_has_no_penalty() {
    assertThat(Penalties.of(GOOD, FRONTAL, Completeness.WHOLE)).containsOnly(0);
  }

  @Test
  void light_within_the_published_range_is_free_and_beyond_it_is_not() {
    for (double mean : new double[] {0.30, 0.35, 0.5, 0.70}) {
      assertThat(chance(lit(255 * mean))).isEqualTo(chance(GOOD));
    }
    assertThat(chance(lit(255 * 0.28))).isLessThan(chance(GOOD));
    assertThat(chance(lit(255 * 0.72))).isLessThan(chance(GOOD));
  }

  @Test
  void blur_sets_in_gently() {
    double nearly = chance(GOOD) - chance(detailed(0.23));
    double further = chance(detailed(0.18)) - chance(detailed(0.16));
    assertThat(nearly).isPositive();
    assertThat(further).isGreaterThan(2 * nearly);
  }

  @Test
  void the_less_there_is_of_a_part_the_less_the_chance() {
    for (FacePart part : FacePart.values()) {
      double before = 1;
      for (int seen = 100; seen >= 60; seen--) {
        Map<FacePart, Integer> values = new EnumMap<>(Completeness.WHOLE.values());
        values.put(part, seen);
        double chance = chance(GOOD, FRONTAL, new Completeness(values));
        assertThat(chance).as("%s %d", part, seen).isLessThanOrEqualTo(before);
        before = chance;
      }
      assertThat(before).as("%s", part).isLessThan(chance(GOOD));
    }
  }

  @Test
  void every_damage_costs_the_more_the_greater_it_is() {
    assertThat(chance(detailed(0.1))).isLessThan(chance(detailed(0.2)));
    assertThat(chance(new QualityMeasures(0.3, 20, 120, 50, 0.02, 0.3, 200)))
        .isLessThan(chance(new QualityMeasures(0.3, 10, 120, 50, 0.02, 0.3, 200)))
        .isLessThan(chance(GOOD));
    assertThat(chance(lit(20))).isLessThan(chance(lit(50)));
    assertThat(chance(new QualityMeasures(0.3, 0.8, 120, 50, 0.5, 0.3, 200)))
        .isLessThan(chance(new QualityMeasures(0.3, 0.8, 120, 50, 0.3, 0.3, 200)));
    assertThat(chance(new QualityMeasures(0.3, 0.8, 120, 10, 0.02, 0.3, 200)))
        .isLessThan(chance(GOOD));
    assertThat(chance(new QualityMeasures(0.3, 0.8, 120, 50, 0.02, 6, 200)))
        .isLessThan(chance(GOOD));
    assertThat(chance(new QualityMeasures(0.3, 0.8, 120, 50, 0.02, 0.3, 40)))
        .isLessThan(chance(GOOD));
    assertThat(chance(GOOD, new Pose(0, 40, 0), Completeness.WHOLE))
        .isLessThan(chance(GOOD, new Pose(0, -20, 0), Completeness.WHOLE))
        .isLessThan(chance(GOOD, new Pose(0, 10, 0), Completeness.WHOLE));
  }

  private static QualityMeasures lit(double mean) {
    return new QualityMeasures(0.3, 0.8, mean, 50, 0.02, 0.3, 200);
  }

  private static QualityMeasures detailed(double detail) {
    return new QualityMeasures(detail, 0.8, 120, 50, 0.02, 0.3, 200);
  }
}
