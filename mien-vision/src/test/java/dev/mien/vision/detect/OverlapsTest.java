package dev.mien.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapsTest {

  private final Candidate best = candidate(0, 0.9);
  private final Candidate near = candidate(2, 0.8);
  private final Candidate apart = candidate(50, 0.4);

  @Test
  void of_overlapping_candidates_the_best_is_kept() {
    assertThat(Overlaps.suppress(List.of(near, apart, best), 0.3, 10)).containsExactly(best, apart);
  }

  @Test
  void a_dropped_candidate_drops_no_other() {
    Candidate chained = candidate(7, 0.5);

    // It overlaps only with the one that the best drops.
    assertThat(Overlaps.suppress(List.of(best, near, chained), 0.3, 10))
        .containsExactly(best, chained);
  }

  @Test
  void a_candidate_that_is_the_other_way_up_is_another() {
    Candidate turned = new Candidate(best.box(), new Point(7, 4), new Point(3, 4), 0.8);

    assertThat(Overlaps.suppress(List.of(turned, best), 0.3, 10)).containsExactly(best, turned);
  }

  @Test
  void no_more_than_the_limit_are_kept() {
    assertThat(Overlaps.suppress(List.of(near, apart, best), 0.3, 1)).containsExactly(best);
  }

  private static Candidate candidate(double x, double score) {
    return new Candidate(new Box(x, 0, 10, 10), new Point(x + 3, 4), new Point(x + 7, 4), score);
  }
}
