package dev.mien.evaluate.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.evaluate.liveness.LivenessReport.AtThreshold;
import dev.mien.evaluate.liveness.LivenessReport.Responses;
import dev.mien.evaluate.liveness.Presentation.Failed;
import dev.mien.evaluate.liveness.Presentation.Judged;
import dev.mien.evaluate.liveness.Presentation.Response;
import dev.mien.evaluate.liveness.Presentation.TooSmall;
import dev.mien.evaluate.table.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivenessFiguresTest {

  @Test
  void each_kind_of_attack_is_counted_apart() throws Exception {
    LivenessFigures figures =
        new LivenessFigures(
            List.of(
                live(new Judged(90)),
                live(new Judged(60)),
                live(new Judged(30)),
                live(new Judged(40)),
                attack("print", new Judged(50)),
                attack("print", new Judged(10)),
                attack("screen", new Judged(20))));

    AtThreshold forty = figures.at(40);

    assertThat(forty.liveRefused().value()).isEqualTo(0.25);
    assertThat(forty.attacksAccepted()).containsOnlyKeys("print", "screen");
    assertThat(forty.attacksAccepted().get("print").value()).isEqualTo(0.5);
    assertThat(forty.attacksAccepted().get("screen").value()).isZero();
    assertThat(forty.attacksAccepted().get("screen").high()).isGreaterThan(0.5);
    assertThat(forty.worstAttack()).isEqualTo(0.5);
    assertThat(figures.rates().impostorCount()).isEqualTo(3);
  }

  @Test
  void what_is_not_judged_is_counted_and_is_no_part_of_the_rates() throws Exception {
    LivenessFigures figures =
        new LivenessFigures(
            List.of(
                live(new Judged(90)),
                attack("print", new TooSmall()),
                attack("print", new Failed()),
                attack("print", new Judged(70))));

    assertThat(figures.responses("print")).isEqualTo(new Responses(3, 1, 1, 1));
    assertThat(figures.responses("")).isEqualTo(new Responses(1, 1, 0, 0));
    assertThat(figures.at(40).attacksAccepted().get("print").value()).isEqualTo(1);
  }

  @Test
  void without_attacks_nothing_is_said_of_them() throws Exception {
    AtThreshold forty = new LivenessFigures(List.of(live(new Judged(90)))).at(40);

    assertThat(forty.attacksAccepted()).isEmpty();
    assertThat(forty.worstAttack()).isNaN();
  }

  private static Presentation live(Response response) throws Exception {
    return presentation("1", "", response);
  }

  private static Presentation attack(String kind, Response response) throws Exception {
    return presentation("0", kind, response);
  }

  private static Presentation presentation(String live, String attack, Response response)
      throws Exception {
    return Presentation.of(
        new Row(List.of("path", "live", "attack"), List.of("p.jpg", live, attack)), response);
  }
}
