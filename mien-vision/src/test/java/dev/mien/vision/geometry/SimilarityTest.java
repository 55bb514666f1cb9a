package dev.mien.vision.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTest {

  private static final List<Point> CORNERS =
      List.of(new Point(0, 0), new Point(10, 0), new Point(10, 4), new Point(3, 7));

  @Test
  void a_fit_recovers_the_map_that_moved_the_points() {
    Similarity moved = Similarity.of(2.5, Math.toRadians(37), new Point(1, 2), new Point(-8, 30));

    Similarity fitted = Similarity.fit(CORNERS, CORNERS.stream().map(moved::apply).toList());

    assertThat(fitted.scale()).isCloseTo(2.5, within(1e-12));
    assertThat(Math.toDegrees(fitted.angleRadians())).isCloseTo(37, within(1e-9));
    assertSame(fitted.apply(1, 2), new Point(-8, 30));
  }

  @Test
  void no_small_change_of_a_fit_brings_the_points_nearer() {
    List<Point> targets =
        List.of(new Point(1, -1), new Point(9, 2), new Point(12, 3), new Point(2, 9));
    Similarity best = Similarity.fit(CORNERS, targets);

    double least = squaredDistance(best, targets);
    for (double step : new double[] {-1e-3, 1e-3}) {
      assertThat(
              squaredDistance(
                  new Similarity(best.a() + step, best.b(), best.shiftX(), best.shiftY()), targets))
          .isGreaterThan(least);
      assertThat(
              squaredDistance(
                  new Similarity(best.a(), best.b() + step, best.shiftX(), best.shiftY()), targets))
          .isGreaterThan(least);
      assertThat(
              squaredDistance(
                  new Similarity(best.a(), best.b(), best.shiftX() + step, best.shiftY()), targets))
          .isGreaterThan(least);
      assertThat(
              squaredDistance(
                  new Similarity(best.a(), best.b(), best.shiftX(), best.shiftY() + step), targets))
          .isGreaterThan(least);
    }
  }

  @Test
  void the_inverse_leads_back() {
    Similarity there = Similarity.of(0.3, 2, new Point(5, 6), new Point(7, 8));

    assertSame(there.inverse().apply(there.apply(11, -13)), new Point(11, -13));
  }

  @Test
  void a_turn_is_clockwise_as_seen() {
    Similarity quarter = Similarity.of(1, Math.PI / 2, new Point(0, 0), new Point(0, 0));

    // Three o'clock becomes six o'clock, with y down.
    assertSame(quarter.apply(1, 0), new Point(0, 1));
  }

  @Test
  void points_that_all_coincide_cannot_be_fitted() {
    Point point = new Point(3, 3);

    assertThatThrownBy(() -> Similarity.fit(List.of(point, point), List.of(point, point)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("coincide");
  }

  private static double squaredDistance(Similarity map, List<Point> targets) {
    double sum = 0;
    for (int i = 0; i < targets.size(); i++) {
      Point mapped = map.apply(CORNERS.get(i));
      sum += Math.pow(mapped.x() - targets.get(i).x(), 2);
      sum += Math.pow(mapped.y() - targets.get(i).y(), 2);
    }
    return sum;
  }

  private static void assertSame(Point actual, Point expected) {
    assertThat(actual.x()).isCloseTo(expected.x(), within(1e-9));
    assertThat(actual.y()).isCloseTo(expected.y(), within(1e-9));
  }
}
