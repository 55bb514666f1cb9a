package dev.mien.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.measure.DetectionRates;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Pins what is found on crowd photographs, with a margin below what was measured (72 of 107, 1
 * false).
 */
class DetectionRatesTest {

  @Test
  void crowds_are_searched_as_well_as_measured() throws Exception {
    Path folder = SharedFaces.folder("detection");

    DetectionRates rates =
        DetectionRates.measure(TestEngine.shared(), folder, DetectOptions.DEFAULT_MIN_FACE_SIZE);

    System.out.println("detection: " + rates);
    assertThat(rates.foundLarge()).isGreaterThanOrEqualTo(rates.requiredLarge() * 63 / 100);
    assertThat(rates.falseBoxes()).isLessThanOrEqualTo(4);
  }
}
