package dev.mien.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Prints how many labelled faces of the crowd photographs are found, and how many boxes are none. A
 * required face is found when a box overlaps it with intersection over union of at least 0.4; a box
 * that overlaps no labelled face by 0.2 is a false positive, a second box on a face too. Takes a
 * minute; run by {@code mvn -pl mien-vision test -Dtest=DetectionMeasurement}.
 */
class DetectionMeasurement {

  private static final double FOUND_OVERLAP = 0.4;
  private static final double FALSE_OVERLAP = 0.2;

  @Test
  void the_crowd_photographs() throws Exception {
    for (int minFaceSize : new int[] {34, 20, 16}) {
      measure(minFaceSize);
    }
  }

  private static void measure(int minFaceSize) throws Exception {
    Path folder = SharedFaces.folder("detection");
    FaceEngine engine = TestEngine.shared();
    Map<String, List<Map<String, String>>> byImage = new LinkedHashMap<>();
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("boxes.csv"))) {
      byImage.computeIfAbsent(row.get("path"), _ -> new ArrayList<>()).add(row);
    }
    int required = 0;
    int found = 0;
    int requiredLarge = 0;
    int foundLarge = 0;
    int boxes = 0;
    int falsePositives = 0;
    long nanos = 0;
    for (Map.Entry<String, List<Map<String, String>>> entry : byImage.entrySet()) {
      Image image = TestEngine.image(folder.resolve(entry.getKey()));
      long start = System.nanoTime();
      List<Face> faces =
          engine.detect(image, new DetectOptions(DetectOptions.MAX_FACES, minFaceSize, false));
      nanos += System.nanoTime() - start;
      for (Map<String, String> row : entry.getValue()) {
        if (row.get("required").equals("1")) {
          Box labelled = box(row);
          boolean hit =
              faces.stream()
                  .anyMatch(face -> face.box().intersectionOverUnion(labelled) >= FOUND_OVERLAP);
          boolean large = Math.min(labelled.width(), labelled.height()) >= minFaceSize;
          required++;
          requiredLarge += large ? 1 : 0;
          found += hit ? 1 : 0;
          foundLarge += hit && large ? 1 : 0;
        }
      }
      boxes += faces.size();
      for (Face face : faces) {
        if (entry.getValue().stream()
            .noneMatch(row -> box(row).intersectionOverUnion(face.box()) >= FALSE_OVERLAP)) {
          falsePositives++;
        }
      }
    }
    System.out.printf(
        "least size %d: found %d of %d required faces (%d of %d at least that large), %d of %d"
            + " boxes are false, %.0f ms a picture%n",
        minFaceSize,
        found,
        required,
        foundLarge,
        requiredLarge,
        falsePositives,
        boxes,
        nanos / 1e6 / byImage.size());
    assertThat(required).isPositive();
  }

  private static Box box(Map<String, String> row) {
    return new Box(
        Double.parseDouble(row.get("x")),
        Double.parseDouble(row.get("y")),
        Double.parseDouble(row.get("w")),
        Double.parseDouble(row.get("h")));
  }
}
