package dev.mien.server.iai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mien.gallery.FaceId;
import dev.mien.gallery.UniquenessRule;
import dev.mien.server.protocol.ApiException;
import dev.mien.vision.quality.QualityLevel;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ParametersTest {

  @Test
  void absent_parameters_have_their_documented_defaults() throws Exception {
    assertThat(Parameters.flag("NeedRotateDetection", null)).isFalse();
    assertThat(Parameters.offset(null)).isZero();
    assertThat(Parameters.limit(null)).isEqualTo(10);
    assertThat(Parameters.maxFaces(null, 120, IaiError.ERROR_FACE_NUM_EXCEED)).isEqualTo(1);
    assertThat(Parameters.minFaceSize(null)).isEqualTo(34);
    assertThat(Parameters.threshold(null, 60)).isEqualTo(60);
    assertThat(QualityControl.of(null)).isEqualTo(QualityLevel.NONE);
    assertThat(UniquePersonControl.rule(null)).isEmpty();
    assertThat(Versions.of(null).text()).isEqualTo("3.0");
    assertThat(Versions.of("").text()).isEqualTo("3.0");
  }

  @Test
  void a_flag_is_zero_or_one_unless_documented_to_ignore_other_values() throws Exception {
    assertThat(Parameters.flag("NeedRotateDetection", 1L)).isTrue();
    assertRefused(IaiError.INVALID_PARAMETER, () -> Parameters.flag("NeedRotateDetection", 2L));
    assertThat(Parameters.isOne(2L)).isFalse();
    assertThat(Parameters.isOne(1L)).isTrue();
  }

  @Test
  void numbers_out_of_range_are_refused_with_the_codes_of_their_parameters() {
    assertRefused(
        IaiError.SEARCH_FACES_EXCEED,
        () -> Parameters.maxFaces(11L, 10, IaiError.SEARCH_FACES_EXCEED));
    assertRefused(
        IaiError.SEARCH_FACES_EXCEED,
        () -> Parameters.maxFaces(0L, 10, IaiError.SEARCH_FACES_EXCEED));
    assertRefused(IaiError.FACE_MATCH_THRESHOLD_ILLEGAL, () -> Parameters.threshold(100.1, 0));
    assertRefused(IaiError.FACE_MATCH_THRESHOLD_ILLEGAL, () -> Parameters.threshold(Double.NaN, 0));
    assertRefused(IaiError.QUALITY_CONTROL_ILLEGAL, () -> QualityControl.of(5L));
    assertRefused(IaiError.UNIQUE_PERSON_CONTROL_ILLEGAL, () -> UniquePersonControl.rule(5L));
    assertRefused(IaiError.ERROR_PARAMETER_EMPTY, () -> Parameters.groupIds(List.of()));
  }

  @Test
  void unique_person_control_stands_for_error_rates() throws Exception {
    assertThat(UniquePersonControl.rule(0L)).isEmpty();
    assertThat(UniquePersonControl.rule(1L)).contains(new UniquenessRule(1e-2));
    assertThat(UniquePersonControl.rule(4L)).contains(new UniquenessRule(1e-5));
  }

  @Test
  void texts_that_cannot_be_face_ids_are_left_out() throws Exception {
    assertThat(Parameters.faceIds(List.of("x", "1234567890123456789", "../../etc")))
        .containsExactly(new FaceId(1234567890123456789L));
  }

  private static void assertRefused(IaiError error, ThrowingCallable call) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(call)
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(error));
  }
}
