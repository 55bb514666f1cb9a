package dev.mien.evaluate.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.evaluate.identification.IdentificationReport.OpenSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchFiguresTest {

  @Test
  void ranks_and_misses_are_counted_by_hand() {
    List<Search> searches = new ArrayList<>();
    searches.add(new Search(0, true, 80, 1)); // found
    searches.add(new Search(1, true, 70, 1)); // first, but below the threshold of strangers
    searches.add(new Search(2, true, 90, 3)); // another person comes first
    searches.add(new Search(3, true, Float.NEGATIVE_INFINITY, Integer.MAX_VALUE)); // failed
    for (int i = 0; i < 100; i++) {
      searches.add(new Search(4 + i, false, i == 0 ? 79 : i == 1 ? 75 : 20, Integer.MAX_VALUE));
    }
    SearchFigures figures = new SearchFigures(searches, 104, 10);

    assertThat(figures.rank(1).value()).isEqualTo(0.5);
    assertThat(figures.rank(5).value()).isEqualTo(0.75);
    OpenSet onePercent = figures.open().getFirst();
    // One of the hundred strangers may pass: the threshold is just above the second highest.
    assertThat(onePercent.score()).isCloseTo(75, within(1e-4));
    assertThat(onePercent.falseNegativeRate().value()).isEqualTo(0.75);
  }

  @Test
  void three_in_a_thousand_cannot_be_told_of_a_hundred_strangers() {
    List<Search> searches = new ArrayList<>();
    searches.add(new Search(0, true, 80, 1));
    for (int i = 1; i <= 100; i++) {
      searches.add(new Search(i, false, 20, Integer.MAX_VALUE));
    }

    OpenSet open = new SearchFigures(searches, 101, 10).open().getLast();

    assertThat(open.falsePositiveRate()).isEqualTo(0.003);
    assertThat(open.score()).isNaN();
    assertThat(open.falseNegativeRate().value()).isNaN();
  }
}
