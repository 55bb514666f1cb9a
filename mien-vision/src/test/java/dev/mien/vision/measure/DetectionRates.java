package dev.mien.vision.measure;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.ImageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was found on labelled crowd photographs.
 *
 * @param required faces that must be found
 * @param found those of them that a box overlaps with intersection over union of at least 0.4
 * @param requiredLarge required faces whose shorter side has at least the least size asked for
 * @param foundLarge those of them that were found
 * @param boxes all that were returned
 * @param falseBoxes boxes that overlap no labelled face, required or not, by 0.2; a second box on a
 *     face too
 */
public record DetectionRates(
    int required, int found, int requiredLarge, int foundLarge, int boxes, int falseBoxes) {

  private static final double FOUND_OVERLAP = 0.4;
  private static final double FALSE_OVERLAP = 0.2;

  private record Label(Box box, boolean required) {}

  /** Detects on every picture of the set, up to 120 faces each. */
  public static DetectionRates measure(FaceEngine engine, Path folder, int minFaceSize)
      throws IOException, ImageException {
    Map<String, List<Label>> labelsByPicture = new LinkedHashMap<>();
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("boxes.csv"))) {
      labelsByPicture.computeIfAbsent(row.get("path"), _ -> new ArrayList<>()).add(label(row));
    }
    DetectionRates sum = new DetectionRates(0, 0, 0, 0, 0, 0);
    for (Map.Entry<String, List<Label>> picture : labelsByPicture.entrySet()) {
      List<Face> faces =
          engine.detect(
              TestEngine.image(folder.resolve(picture.getKey())),
              new DetectOptions(DetectOptions.MAX_FACES, minFaceSize, false));
      sum = sum.plus(compare(picture.getValue(), faces, minFaceSize));
    }
    return sum;
  }

  private static Label label(Map<String, String> row) {
    Box box =
        new Box(
            Double.parseDouble(row.get("x")),
            Double.parseDouble(row.get("y")),
            Double.parseDouble(row.get("w")),
            Double.parseDouble(row.get("h")));
    return new Label(box, row.get("required").equals("1"));
  }

  private static DetectionRates compare(List<Label> labels, List<Face> faces, int minFaceSize) {
    List<Label> required = labels.stream().filter(Label::required).toList();
    List<Label> large = required.stream().filter(label -> isLarge(label, minFaceSize)).toList();
    long falseBoxes =
        faces.stream()
            .filter(
                face -> labels.stream().noneMatch(label -> overlap(label, face) >= FALSE_OVERLAP))
            .count();
    return new DetectionRates(
        required.size(),
        found(required, faces),
        large.size(),
        found(large, faces),
        faces.size(),
        (int) falseBoxes);
  }

  private static int found(List<Label> labels, List<Face> faces) {
    return (int)
        labels.stream()
            .filter(label -> faces.stream().anyMatch(face -> overlap(label, face) >= FOUND_OVERLAP))
            .count();
  }

  private static boolean isLarge(Label label, int minFaceSize) {
    return Math.min(label.box().width(), label.box().height()) >= minFaceSize;
  }

  private static double overlap(Label label, Face face) {
    return label.box().intersectionOverUnion(face.box());
  }

  private DetectionRates plus(DetectionRates other) {
    return new DetectionRates(
        required + other.required,
        found + other.found,
        requiredLarge + other.requiredLarge,
        foundLarge + other.foundLarge,
        boxes + other.boxes,
        falseBoxes + other.falseBoxes);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "found %d of %d required faces (%d of %d large enough to be asked for), %d of %d boxes are"
            + " false",
        found,
        required,
        foundLarge,
        requiredLarge,
        falseBoxes,
        boxes);
  }
}
