package dev.mien.server.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrendTest {
  @Test
  void aLineHasItsOwnSlope() {
    double[] line = IntStream.range(0, 101).mapToDouble(i -> 5 + 0.5 * i).toArray();
    assertThat(Trend.of(line)).isEqualTo(new Trend(30, 50));
  }

  @Test
  void aFewOddReadingsDoNotMoveIt() {
    double[] readings = IntStream.range(0, 100).mapToDouble(i -> 7).toArray();
    for (int i = 0; i < 20; i++) {
      readings[5 * i] = 1_000 * i;
    }
    assertThat(Trend.of(readings)).isEqualTo(new Trend(7, 0));
  }

  @Test
  void whatGoesUpAndDownDoesNotGrow() {
    double[] saw = IntStream.range(0, 120).mapToDouble(i -> i % 10).toArray();
    assertThat(Math.abs(Trend.of(saw).growth())).isLessThan(1);
  }

  @Test
  void oneReadingHasNoSlope() {
    assertThat(Trend.of(new double[] {3})).isEqualTo(new Trend(3, 0));
    assertThatThrownBy(() -> Trend.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
  }
}
