package dev.mien.vision.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.image.Image;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Prints how often each kind of each trait is found on the attribute set, and how small eyes agree
 * with its label for narrow ones. Run by {@code mvn -pl mien-vision test -Dtest=ShapeMeasurement}.
 */
class ShapeMeasurement {

  private static final Map<String, Function<FaceTraits, Trait<?>>> TRAITS =
      Map.of(
          "EyebrowDensity", FaceTraits::browDensity,
          "EyebrowCurve", FaceTraits::browCurve,
          "EyebrowLength", FaceTraits::browLength,
          "EyelidType", FaceTraits::eyelid,
          "EyeSize", FaceTraits::eyeSize,
          "EyeOpen", FaceTraits::leftEye,
          "Nose", FaceTraits::nose,
          "Shape", FaceTraits::outline,
          "Skin", FaceTraits::skin);

  @Test
  void the_attribute_set() throws Exception {
    Path folder = SharedFaces.folder("attributes");
    Map<String, Integer> counts = new TreeMap<>();
    int faces = 0;
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
      Image image = TestEngine.image(folder.resolve(row.get("path")));
      for (Face face : TestEngine.shared().detect(image, DetectOptions.LARGEST)) {
        FaceTraits traits = FaceTraits.read(image, TestEngine.shared().details(image, face));
        faces++;
        TRAITS.forEach(
            (name, trait) ->
                counts.merge(name + " " + trait.apply(traits).kind(), 1, Integer::sum));
        counts.merge("Beauty %3d..".formatted(traits.beauty() / 10 * 10), 1, Integer::sum);
        counts.merge(
            "narrow eyes %s: %s".formatted(row.get("Narrow_Eyes"), traits.eyeSize().kind()),
            1,
            Integer::sum);
      }
    }
    System.out.println(faces + " faces");
    counts.forEach((name, count) -> System.out.println(name + ": " + count));
    assertThat(faces).isGreaterThan(290);
  }
}
