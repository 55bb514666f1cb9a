package dev.mien.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityLevelTest {

  @Test
  void a_clear_whole_face_passes_every_level() {
    assertThat(accepting(quality(95, 50))).isEqualTo(5);
  }

  @Test
  void one_slight_problem_passes_the_highest_level_and_two_do_not() {
    assertThat(accepting(quality(82, 50))).isEqualTo(5);
    assertThat(accepting(quality(82, 33))).isEqualTo(4);
  }

  @Test
  void the_third_level_takes_no_plain_problem() {
    assertThat(accepting(quality(70, 50))).isEqualTo(3);
    assertThat(accepting(quality(95, 29))).isEqualTo(3);
    assertThat(accepting(quality(95, 71))).isEqualTo(3);
    for (FacePart part : List.of(FacePart.EYEBROW, FacePart.CHEEK, FacePart.CHIN)) {
      assertThat(accepting(quality(95, 50, part))).isEqualTo(3);
    }
  }

  @Test
  void the_second_level_refuses_three_plain_problems() {
    assertThat(accepting(quality(70, 29))).isEqualTo(3);
    assertThat(accepting(quality(70, 29, FacePart.CHIN))).isEqualTo(2);
  }

  @Test
  void the_first_level_refuses_extreme_blur_and_covered_eyes_nose_and_mouth() {
    assertThat(accepting(quality(39, 50))).isEqualTo(1);
    for (FacePart part : List.of(FacePart.EYE, FacePart.NOSE, FacePart.MOUTH)) {
      assertThat(accepting(quality(95, 50, part))).isEqualTo(1);
    }
  }

  @Test
  void a_refusal_names_each_value_and_its_bound() {
    assertThat(QualityLevel.HIGH.refusal(quality(35, 20, FacePart.CHIN), Set.of()))
        .hasValue("Sharpness 35 < 40, Brightness 20 < 30, Completeness.Chin 10 <= 70");
  }

  @Test
  void extreme_blur_is_blur_and_counts_among_three_problems() {
    assertThat(QualityLevel.MEDIUM.refusal(quality(35, 20, FacePart.CHIN), Set.of()))
        .hasValue("Sharpness 35 < 40, Brightness 20 < 30, Completeness.Chin 10 <= 70");
    assertThat(QualityLevel.MEDIUM.refusal(quality(35, 20), Set.of()))
        .hasValue("Sharpness 35 < 40");
  }

  @Test
  void whatever_is_wrong_each_level_follows_the_words_and_takes_no_more_than_the_one_below() {
    for (int sharpness : new int[] {0, 39, 40, 79, 80, 84, 85, 100}) {
      for (int brightness : new int[] {0, 29, 30, 34, 35, 50, 65, 66, 70, 71, 100}) {
        for (Set<FacePart> covered : subsets()) {
          FaceQuality quality = quality(sharpness, brightness, covered.toArray(FacePart[]::new));
          assertThat(accepting(quality))
              .as("%s", quality)
              .isEqualTo(1 + levelsInWords(sharpness, brightness, covered));
          assertThat(Arrays.stream(QualityLevel.values()).map(level -> accepts(level, quality)))
              .as("%s", quality)
              .isSortedAccordingTo(Comparator.reverseOrder());
        }
      }
    }
  }

  /** How many of the levels 1 to 4 take a face, the lowest first, in the reference's words. */
  private static int levelsInWords(int sharpness, int brightness, Set<FacePart> covered) {
    boolean severe =
        sharpness < 40
            || covered.contains(FacePart.EYE)
            || covered.contains(FacePart.NOSE)
            || covered.contains(FacePart.MOUTH);
    if (severe) {
      return 0;
    }
    int plain = covered.size();
    plain += sharpness < 80 ? 1 : 0;
    plain += brightness < 30 || brightness > 70 ? 1 : 0;
    if (plain > 0) {
      return plain >= 3 ? 1 : 2;
    }
    return sharpness < 85 && (brightness < 35 || brightness > 65) ? 3 : 4;
  }

  private static List<Set<FacePart>> subsets() {
    List<Set<FacePart>> subsets = new ArrayList<>();
    subsets.add(EnumSet.noneOf(FacePart.class));
    for (FacePart part : FacePart.values()) {
      for (Set<FacePart> without : List.copyOf(subsets)) {
        Set<FacePart> with = EnumSet.of(part);
        with.addAll(without);
        subsets.add(with);
      }
    }
    return subsets;
  }

  @Test
  void parts_that_may_be_covered_are_not_held_against_a_face() {
    assertThat(
            QualityLevel.VERY_HIGH.refusal(quality(95, 50, FacePart.MOUTH), Set.of(FacePart.MOUTH)))
        .isEmpty();
  }

  private static FaceQuality quality(int sharpness, int brightness, FacePart... covered) {
    Map<FacePart, Integer> values = new HashMap<>(Completeness.WHOLE.values());
    for (FacePart part : covered) {
      values.put(part, 10);
    }
    return new FaceQuality(50, sharpness, brightness, new Completeness(values));
  }

  private static long accepting(FaceQuality quality) {
    return Arrays.stream(QualityLevel.values())
        .filter(control -> accepts(control, quality))
        .count();
  }

  private static boolean accepts(QualityLevel control, FaceQuality quality) {
    return control.refusal(quality, Set.of()).isEmpty();
  }
}
