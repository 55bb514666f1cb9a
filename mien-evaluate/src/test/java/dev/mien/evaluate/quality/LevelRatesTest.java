package dev.mien.evaluate.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.evaluate.quality.QualityReport.AtLevel;
import dev.mien.vision.quality.Completeness;
import dev.mien.vision.quality.FaceQuality;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LevelRatesTest {

  @Test
  void each_level_is_told_with_what_it_refuses_faces_for() {
    List<AtLevel> levels =
        LevelRates.atLevels(
            List.of(quality(95, 50), quality(70, 50), quality(70, 20), quality(30, 50)));

    assertThat(levels).extracting(AtLevel::level).containsExactly(1, 2, 3, 4);
    assertThat(levels)
        .extracting(level -> level.accepted().value())
        .containsExactly(0.75, 0.75, 0.25, 0.25);
    assertThat(levels.getFirst().refusedFor()).isEqualTo(Map.of("Sharpness", 0.25));
    assertThat(levels.get(2).refusedFor()).isEqualTo(Map.of("Sharpness", 0.75, "Brightness", 0.25));
    assertThat(levels.get(2).refusedFor().keySet()).containsExactly("Sharpness", "Brightness");
  }

  @Test
  void of_no_faces_nothing_is_known() {
    assertThat(LevelRates.atLevels(List.of()).getFirst().accepted().value()).isNaN();
  }

  private static FaceQuality quality(int sharpness, int brightness) {
    return new FaceQuality(50, sharpness, brightness, Completeness.WHOLE);
  }
}
