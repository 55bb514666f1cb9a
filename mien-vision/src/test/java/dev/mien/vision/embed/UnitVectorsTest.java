package dev.mien.vision.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.vision.model.MetricSpec;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitVectorsTest {

  private static final int DIMENSION = 128;
  private final Random random = new Random(7);
  private final float[] centre = vector(1.0);

  @Test
  void all_vectors_have_length_one() {
    UnitVectors euclidean = new UnitVectors(new MetricSpec.Euclidean(1), centre);
    UnitVectors cosine = new UnitVectors(new MetricSpec.Cosine(), centre);

    for (double spread : new double[] {0, 0.1, 0.5, 3}) {
      assertThat(inner(euclidean.of(near(spread)), euclidean.of(near(spread)))).isLessThan(1.00001);
      float[] lifted = euclidean.of(near(spread));
      assertThat(inner(lifted, lifted)).isCloseTo(1, within(1e-5));
      float[] turned = cosine.of(near(spread));
      assertThat(inner(turned, turned)).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void the_inner_product_falls_linearly_with_the_squared_distance() {
    UnitVectors unitVectors = new UnitVectors(new MetricSpec.Euclidean(2), centre);

    for (int i = 0; i < 100; i++) {
      float[] one = near(0.6);
      float[] other = near(0.6);
      double expected = 1 - squaredDistance(one, other) / 2 / (2 * 2);
      assertThat(inner(unitVectors.of(one), unitVectors.of(other)))
          .isCloseTo(expected, within(2e-3));
    }
  }

  @Test
  void no_component_sticks_out_of_a_lifted_vector() {
    float[] lifted = new UnitVectors(new MetricSpec.Euclidean(1), centre).of(near(0.3));

    for (float component : lifted) {
      assertThat(Math.abs(component)).isLessThan(0.3f);
    }
  }

  @Test
  void the_centre_itself_has_a_vector() {
    float[] lifted = new UnitVectors(new MetricSpec.Euclidean(1), centre).of(centre);
    float[] cosine = new UnitVectors(new MetricSpec.Cosine(), centre).of(centre);

    assertThat(inner(lifted, lifted)).isCloseTo(1, within(1e-5));
    assertThat(inner(cosine, cosine)).isCloseTo(1, within(1e-5));
  }

  /** A vector at this distance from the centre. */
  private float[] near(double distance) {
    float[] offset = vector(distance);
    for (int i = 0; i < DIMENSION; i++) {
      offset[i] += centre[i];
    }
    return offset;
  }

  private float[] vector(double length) {
    float[] vector = new float[DIMENSION];
    double squared = 0;
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
      squared += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) (vector[i] * length / Math.sqrt(squared));
    }
    return vector;
  }

  private static double squaredDistance(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) (one[i] - other[i]) * (one[i] - other[i]);
    }
    return sum;
  }

  private static double inner(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
