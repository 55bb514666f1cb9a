package dev.mien.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.TestEngine;
import dev.mien.vision.damage.Flaw;
import dev.mien.vision.damage.Flaws;
import dev.mien.vision.damage.GoodFace;
import dev.mien.vision.damage.Ladder;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.image.Image;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Quality falls, step by step, as good faces are made worse. */
class QualityLadderTest {

  /** The score of a face may rise by so much from one step to the next: estimates vary. */
  private static final int SLACK = 1;

  private static final FaceEngine ENGINE = TestEngine.shared();

  private static List<GoodFace> faces = List.of();

  @BeforeAll
  static void cut_out_three_faces() throws Exception {
    Image photo = TestEngine.photo("sample1.jpg");
    faces =
        ENGINE.detect(photo, new DetectOptions(3, 60, false)).stream()
            .map(face -> GoodFace.of(ENGINE, photo, face))
            .toList();
    assertThat(faces).hasSize(3);
  }

  /** By how much the mean falls at least from the good faces to the last step. */
  private static int fall(Ladder ladder) {
    return switch (ladder) {
      case BLUR -> 25;
      case NOISE -> 12;
      case DARKNESS -> 3;
      case OVER_EXPOSURE -> 20;
      case SHRINKING -> 10;
      case COMPRESSION -> 5;
      case COVERING -> 25;
    };
  }

  @ParameterizedTest
  @EnumSource
  void the_score_of_every_face_falls(Ladder ladder) {
    double before = 0;
    double after = 0;
    for (GoodFace face : faces) {
      List<Integer> scores = new ArrayList<>();
      scores.add(face.quality().score());
      for (double strength : ladder.strengths()) {
        scores.add(score(face, ladder.worse(face, strength)));
      }
      for (int step = 1; step < scores.size(); step++) {
        assertThat(scores.get(step))
            .as("%s %s", ladder, scores)
            .isLessThanOrEqualTo(scores.get(step - 1) + SLACK);
      }
      before += (double) scores.getFirst() / faces.size();
      after += (double) scores.getLast() / faces.size();
    }
    assertThat(before - after).as("%s", ladder).isGreaterThan(fall(ladder));
  }

  /** A face that is no longer found counts as 0. */
  private static int score(GoodFace face, Image worse) {
    return face.in(ENGINE, worse).map(FaceQuality::score).orElse(0);
  }

  @ParameterizedTest
  @MethodSource
  void each_level_refuses_what_its_words_say_and_the_message_names_it(Flaws flaws) {
    List<GoodFace> good =
        faces.stream()
            .filter(face -> QualityLevel.VERY_HIGH.refusal(face.quality(), Set.of()).isEmpty())
            .toList();
    assertThat(good).hasSizeGreaterThan(1);
    for (GoodFace face : good) {
      FaceQuality quality = face.in(ENGINE, flaws.worse(face)).orElseThrow();
      for (QualityLevel level : QualityLevel.values()) {
        Optional<String> refusal = level.refusal(quality, Set.of());
        if (level.level() < flaws.refusedFrom()) {
          assertThat(refusal).as("%s by %s", quality, level).isEmpty();
        } else {
          assertThat(refusal.orElse(""))
              .as("%s by %s", quality, level)
              .contains(flaws.flaws().stream().map(Flaw::value).toList());
        }
      }
    }
  }

  /** Without those that are not always seen: docs/model-card.md tells how often they are. */
  static List<Flaws> each_level_refuses_what_its_words_say_and_the_message_names_it() {
    Set<Flaw> unsure = EnumSet.of(Flaw.BRIGHT);
    return Flaws.all().stream()
        .filter(flaws -> Collections.disjoint(flaws.flaws(), unsure))
        .toList();
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
