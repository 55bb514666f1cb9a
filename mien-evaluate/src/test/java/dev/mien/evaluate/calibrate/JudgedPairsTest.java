package dev.mien.evaluate.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.statistics.Proportion;
import org.junit.jupiter.api.Test;

class JudgedPairsTest {
  private static final int PERSONS = 100;
  private static final int PAIRS = PERSONS * (PERSONS - 1) / 2;
  private static final int TIMES = 10;

  private final JudgedPairs pairs = new JudgedPairs(1);

  @Test
  void the_rate_is_the_share_of_judgements_that_passed() {
    addPairs((one, other) -> one == 0 && other == 1 ? 7 : 0);

    assertThat(pairs.rate(0).value()).isCloseTo(7.0 / (PAIRS * TIMES), within(1e-12));
  }

  @Test
  void without_a_pass_the_bound_is_that_of_so_many_pairs_and_not_of_so_many_judgements() {
    addPairs((_, _) -> 0);

    assertThat(pairs.rate(0)).isEqualTo(Proportion.of(0, PAIRS));
  }

  @Test
  void passes_that_share_one_person_say_less_than_the_same_number_spread_over_all() {
    addPairs((one, _) -> one == 0 ? TIMES : 0);
    JudgedPairsTest spread = new JudgedPairsTest();
    spread.addPairs((one, other) -> (one + other) % PERSONS == 0 ? TIMES : 0);

    Interval ofOne = pairs.rate(0);
    assertThat(ofOne.low()).isZero();
    assertThat(ofOne.high()).isGreaterThan(1.3 * spread.pairs.rate(0).high());
  }

  @Test
  void halves_are_even_and_independent_of_each_other() {
    int[] inSecond = new int[HeldOut.HALVINGS];
    int alike = 0;
    for (int person = 0; person < 10_000; person++) {
      int halves = HeldOut.halves("identities/" + person);
      for (int halving = 0; halving < HeldOut.HALVINGS; halving++) {
        inSecond[halving] += halves >>> halving & 1;
      }
      alike += (halves ^ halves >>> 1) & 1;
    }

    for (int count : inSecond) {
      assertThat(count).isBetween(4_800, 5_200);
    }
    assertThat(alike).isBetween(4_800, 5_200);
  }

  private interface Passes {
    int of(int one, int other);
  }

  private void addPairs(Passes passes) {
    for (int one = 0; one < PERSONS; one++) {
      pairs.addPicture("person " + one);
    }
    for (int other = 0; other < PERSONS; other++) {
      for (int one = 0; one < other; one++) {
        pairs.addPair("person " + one, "person " + other, TIMES, new int[] {passes.of(one, other)});
      }
    }
  }
}
