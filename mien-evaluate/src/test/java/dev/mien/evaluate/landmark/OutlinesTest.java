package dev.mien.evaluate.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.vision.geometry.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlinesTest {
  private static final List<Point> CORNER =
      List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10));

  @Test
  void a_point_beside_a_line_is_as_far_off_as_the_line_is() {
    assertThat(Outlines.distance(new Point(4, 3), CORNER)).isCloseTo(3, within(1e-12));
    assertThat(Outlines.distance(new Point(12, 5), CORNER)).isCloseTo(2, within(1e-12));
  }

  @Test
  void beyond_its_ends_the_end_counts() {
    assertThat(Outlines.distance(new Point(-3, -4), CORNER)).isCloseTo(5, within(1e-12));
    assertThat(Outlines.distance(new Point(10, 11), CORNER)).isCloseTo(1, within(1e-12));
  }

  @Test
  void a_line_may_have_a_point_twice() {
    List<Point> twice = List.of(new Point(1, 1), new Point(1, 1));

    assertThat(Outlines.distance(new Point(1, 3), twice)).isCloseTo(2, within(1e-12));
  }
}
