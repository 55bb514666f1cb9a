package dev.mien.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.TestEngine;
import dev.mien.vision.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Quality falls, step by step, as good faces are made worse. */
class QualityLadderTest {

  /** The mean over the faces may rise by this much from one step to the next: rounding. */
  private static final double SLACK = 1;

  private static final int STEPS = 5;

  private static final FaceEngine ENGINE = TestEngine.shared();

  /** What is made worse, from nothing at step 0 to much at step {@link #STEPS}. */
  enum Ladder {
    BLUR(25),
    NOISE(12),
    DARKNESS(3),
    OVER_EXPOSURE(20),
    SHRINKING(10),
    COMPRESSION(5);

    private final int fall;

    Ladder(int fall) {
      this.fall = fall;
    }

    Image worse(Image image, int step) {
      if (step == 0) {
        return image;
      }
      return switch (this) {
        case BLUR -> Degradations.blurred(image, 1.6 * step);
        case NOISE -> Degradations.noisy(image, 10.0 * step);
        case DARKNESS -> Degradations.darkened(image, 1 - 0.18 * step);
        case OVER_EXPOSURE -> Degradations.overexposed(image, 1 + 0.5 * step);
        case SHRINKING -> Degradations.shrunk(image, Math.pow(1.55, step));
        case COMPRESSION -> Degradations.compressed(image, 0.36 - 0.06 * step);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_score_falls(Ladder ladder) throws Exception {
    Image photo = TestEngine.photo("sample1.jpg");
    List<Face> faces = ENGINE.detect(photo, new DetectOptions(3, 60, false));
    assertThat(faces).hasSize(3);
    List<Double> means = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      means.add(meanScore(ladder.worse(photo, step)));
    }
    for (int step = 1; step <= STEPS; step++) {
      assertThat(means.get(step))
          .as("%s %s", ladder, means)
          .isLessThan(means.get(step - 1) + SLACK);
    }
    assertThat(means.getFirst() - means.getLast())
        .as("%s %s", ladder, means)
        .isGreaterThan(ladder.fall);
  }

  private static double meanScore(Image picture) {
    return ENGINE.detect(picture, new DetectOptions(3, 10, false)).stream()
        .mapToInt(face -> ENGINE.quality(picture, face).score())
        .average()
        .orElse(0);
  }

  @Test
  void a_mask_covers_mouth_and_chin_and_sunglasses_the_eyes() throws Exception {
    Image photo = TestEngine.photo("sample1.jpg");
    List<Face> faces = ENGINE.detect(photo, new DetectOptions(3, 60, false));
    for (Face face : faces) {
      FaceQuality bare = ENGINE.quality(photo, face);
      FaceQuality masked = drawn(photo, face, Occlusion.Kind.MASK);
      FaceQuality shaded = drawn(photo, face, Occlusion.Kind.SUNGLASSES);
      assertThat(bare.completeness().isIncomplete(FacePart.MOUTH)).isFalse();
      assertThat(bare.completeness().isIncomplete(FacePart.EYE)).isFalse();
      assertThat(masked.completeness().isIncomplete(FacePart.MOUTH)).isTrue();
      assertThat(masked.completeness().isIncomplete(FacePart.EYE)).isFalse();
      assertThat(shaded.completeness().isIncomplete(FacePart.EYE)).isTrue();
      assertThat(shaded.completeness().isIncomplete(FacePart.MOUTH)).isFalse();
      assertThat(masked.score()).isLessThan(bare.score());
      assertThat(shaded.score()).isLessThan(bare.score());
    }
  }

  private static FaceQuality drawn(Image photo, Face face, Occlusion.Kind kind) {
    Image picture = Occlusion.draw(photo, face.landmarks(), kind, photo, new Random(3)).picture();
    return ENGINE.quality(
        picture,
        ENGINE.detect(picture, new DetectOptions(3, 60, false)).stream()
            .filter(found -> found.box().intersectionOverUnion(face.box()) > 0.4)
            .findFirst()
            .orElse(face));
  }
}
