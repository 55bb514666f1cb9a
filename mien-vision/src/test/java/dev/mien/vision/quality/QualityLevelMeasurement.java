package dev.mien.vision.quality;

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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Prints what share of good faces (in percent) each level of QualityControl still accepts when they
 * are made worse step by step; docs/quality-and-liveness.md has the figures. Good is a face of the
 * attribute set that level 4 accepts as it is; one that is no longer found counts as refused. Run
 * by {@code mvn -pl mien-vision test -Dtest=QualityLevelMeasurement}; -Dmien.faces=N takes more or
 * fewer faces.
 */
class QualityLevelMeasurement {

  private static final int FACES = Integer.getInteger("mien.faces", 60);
  private static final int STEPS = 5;
  private static final FaceEngine ENGINE = TestEngine.shared();
  private static final DetectOptions ANY = new DetectOptions(3, 10, false);

  private static final List<QualityLevel> LEVELS =
      List.of(QualityLevel.LOW, QualityLevel.MEDIUM, QualityLevel.HIGH, QualityLevel.VERY_HIGH);

  /** A picture with a face that every level accepts. */
  private record Good(Image picture, Face face) {}

  /** What is made worse, with the strength of each step from 1 to {@link #STEPS}. */
  private enum Ladder {
    BLUR("blur, sigma in % of the face's width", 0.5, 1, 2, 4, 8),
    NOISE("noise, sigma of 255", 5, 10, 20, 40, 80),
    DARKNESS("light left, %", 80, 60, 40, 25, 15),
    OVER_EXPOSURE("light, %", 130, 170, 220, 300, 400),
    SHRINKING("width of the face, px", 80, 60, 45, 34, 25),
    COMPRESSION("JPEG quality, %", 40, 25, 15, 8, 4);

    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // a list made by List.of or toList
    private final List<Double> strengths;

    Ladder(String unit, double... strengths) {
      this.unit = unit;
      this.strengths = Arrays.stream(strengths).boxed().toList();
    }

    Image worse(Good good, int step) {
      Image image = good.picture;
      double strength = strengths.get(step - 1);
      double width = good.face.box().width();
      return switch (this) {
        case BLUR -> Degradations.blurred(image, strength / 100 * width);
        case NOISE -> Degradations.noisy(image, strength);
        case DARKNESS -> Degradations.darkened(image, strength / 100);
        case OVER_EXPOSURE -> Degradations.overexposed(image, strength / 100);
        case SHRINKING -> Degradations.shrunk(image, Math.max(1, width / strength));
        case COMPRESSION -> Degradations.compressed(image, strength / 100);
      };
    }
  }

  @Test
  void good_faces_made_worse() throws Exception {
    List<Good> faces = good();
    System.out.println(faces.size() + " faces that level 4 accepts");
    for (Ladder ladder : Ladder.values()) {
      List<Map<QualityLevel, Integer>> steps = new ArrayList<>();
      for (int step = 1; step <= STEPS; step++) {
        Map<QualityLevel, Integer> accepted = new EnumMap<>(QualityLevel.class);
        for (Good good : faces) {
          count(accepted, quality(good, ladder.worse(good, step)));
        }
        steps.add(accepted);
        print(
            "%s: %s".formatted(ladder.unit, ladder.strengths.get(step - 1)),
            accepted,
            faces.size());
      }
      assertThat(steps.getLast().getOrDefault(QualityLevel.HIGH, 0))
          .as("%s %s", ladder, steps)
          .isLessThan(faces.size());
    }
    for (Occlusion.Kind kind : Occlusion.Kind.values()) {
      Map<QualityLevel, Integer> accepted = new EnumMap<>(QualityLevel.class);
      for (Good good : faces) {
        Random random = new Random(good.face.box().hashCode());
        Image other = good.picture;
        Image covered =
            Occlusion.draw(good.picture, good.face.landmarks(), kind, other, random).picture();
        count(accepted, quality(good, covered));
      }
      print("covered by: " + kind, accepted, faces.size());
    }
  }

  private static List<Good> good() throws Exception {
    Path folder = SharedFaces.folder("attributes");
    List<Good> faces = new ArrayList<>();
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
      Image picture = TestEngine.image(folder.resolve(row.get("path")));
      List<Face> found = ENGINE.detect(picture, DetectOptions.LARGEST);
      if (faces.size() < FACES
          && !found.isEmpty()
          && accepted(QualityLevel.VERY_HIGH, ENGINE.quality(picture, found.getFirst()))) {
        faces.add(new Good(picture, found.getFirst()));
      }
      if (faces.size() == FACES) {
        break;
      }
    }
    return faces;
  }

  /** Of the same face in a worse picture, which may be smaller. */
  private static Optional<FaceQuality> quality(Good good, Image worse) {
    double scale = (double) worse.width() / good.picture.width();
    Box box = good.face.box();
    Box expected =
        new Box(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
    return ENGINE.detect(worse, ANY).stream()
        .filter(face -> face.box().intersectionOverUnion(expected) > 0.4)
        .findFirst()
        .map(face -> ENGINE.quality(worse, face));
  }

  private static void count(Map<QualityLevel, Integer> accepted, Optional<FaceQuality> quality) {
    for (QualityLevel level : LEVELS) {
      boolean passes = quality.filter(value -> accepted(level, value)).isPresent();
      accepted.merge(level, passes ? 1 : 0, Integer::sum);
    }
  }

  private static boolean accepted(QualityLevel level, FaceQuality quality) {
    return level.problems(quality, EnumSet.noneOf(FacePart.class)).isEmpty();
  }

  private static void print(String step, Map<QualityLevel, Integer> accepted, int faces) {
    StringBuilder row = new StringBuilder("| ").append(step);
    for (QualityLevel level : LEVELS) {
      row.append(" | ").append(Math.round(100.0 * accepted.getOrDefault(level, 0) / faces));
    }
    System.out.println(row.append(" |"));
  }
}
