package dev.mien.vision.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CohortTest {

  private static final int DIMENSION = 64;
  private static final double CAP = 0.7;

  private final Random random = new Random(11);
  private final float[] centre = direction();
  private final Cohort cohort = cohort(centre, direction());

  @Test
  void a_vector_far_from_all_centres_is_left_as_it_is() {
    float[] vector = near(0.5);

    assertThat(cohort.limit(vector.clone())).isEqualTo(vector);
  }

  @Test
  void a_vector_near_a_centre_keeps_its_length_and_resembles_the_centre_only_as_much_as_the_cap() {
    for (double along : new double[] {0.75, 0.9, 0.99}) {
      float[] capped = cohort.limit(near(along));

      assertThat(inner(capped, capped)).isCloseTo(1, within(1e-5));
      assertThat(inner(capped, centre)).isCloseTo(CAP, within(1e-3));
    }
  }

  @Test
  void strangers_of_one_bundle_are_drawn_apart_and_a_face_stays_like_itself() {
    float[] one = near(0.95);
    float[] other = near(0.95);
    float[] again = Vectors.normalise(sum(one, direction(), 0.05f));
    double strangersBefore = inner(one, other);

    float[] cappedOne = cohort.limit(one.clone());

    assertThat(strangersBefore).isGreaterThan(0.85);
    assertThat(inner(cappedOne, cohort.limit(other))).isLessThan(0.65);
    assertThat(inner(cappedOne, cohort.limit(again))).isGreaterThan(0.9);
    assertThat(inner(cappedOne, cohort.limit(one.clone()))).isCloseTo(1, within(1e-6));
  }

  @Test
  void nothing_jumps_where_the_cap_begins() {
    float[] peculiar = direction();
    double[] steps = {CAP - 1e-3, CAP + 1e-3};

    float[] below = cohort.limit(mixed(peculiar, steps[0]));
    float[] above = cohort.limit(mixed(peculiar, steps[1]));

    assertThat(inner(below, above)).isGreaterThan(0.9999);
  }

  @Test
  void each_bundle_has_a_cap_of_its_own() {
    float[] narrow = direction();
    Cohort two = new Cohort(new float[][] {centre, narrow}, new double[] {CAP, 0.4}, 50);

    assertThat(inner(two.limit(near(0.9)), centre)).isCloseTo(CAP, within(0.02));
    assertThat(two.surroundings(narrow.clone()).cap()).isCloseTo(0.4, within(1e-6));
    assertThat(inner(two.limit(Vectors.normalise(sum(narrow, direction(), 0.4f))), narrow))
        .isCloseTo(0.4, within(0.02));
  }

  private static Cohort cohort(float[]... centres) {
    double[] caps = new double[centres.length];
    Arrays.fill(caps, CAP);
    return new Cohort(centres, caps, 50);
  }

  /** With the given inner product with the first centre. */
  private float[] near(double along) {
    return mixed(direction(), along);
  }

  private float[] mixed(float[] direction, double along) {
    float[] across = Vectors.normalise(sum(direction, centre, (float) -inner(direction, centre)));
    float[] mixed = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      mixed[i] = (float) (along * centre[i] + Math.sqrt(1 - along * along) * across[i]);
    }
    return Vectors.normalise(mixed);
  }

  private float[] direction() {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Vectors.normalise(vector);
  }

  private static float[] sum(float[] one, float[] other, float factor) {
    float[] sum = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      sum[i] = one[i] + factor * other[i];
    }
    return sum;
  }

  private static double inner(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < DIMENSION; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
