package dev.mien.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Prints how many labelled faces of the crowd photographs are found, and how many boxes are none,
 * for several least sizes. Takes a minute; run by {@code mvn -pl mien-vision test
 * -Dtest=DetectionMeasurement}.
 */
class DetectionMeasurement {

  @Test
  void the_crowd_photographs() throws Exception {
    Path folder = SharedFaces.folder("detection");
    for (int minFaceSize : new int[] {34, 20, 16}) {
      DetectionRates rates = DetectionRates.measure(TestEngine.shared(), folder, minFaceSize);
      System.out.println("least size " + minFaceSize + ": " + rates);
      assertThat(rates.required()).isPositive();
    }
  }
}
