package dev.mien.evaluate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final Failure BLANK = new Failure("a.jpg", "no face");
  private static final Failure BROKEN = new Failure("b.jpg", "no picture");

  @Test
  void those_of_two_lists_of_pictures_are_all_counted() {
    Failures both = Failures.of(8, List.of(BLANK)).and(Failures.of(2, List.of(BLANK, BROKEN)));

    assertThat(both.pictures()).isEqualTo(10);
    assertThat(both.failed()).isEqualTo(3);
    assertThat(both.rate()).isEqualTo(0.3);
    assertThat(both.byReason()).containsEntry("no face", 2).containsEntry("no picture", 1);
    assertThat(both.list()).containsExactly(BLANK, BLANK, BROKEN);
  }
}
