package dev.mien.server.iai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.GalleryError;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.ErrorCode;
import dev.mien.server.protocol.Language;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IaiErrorTest {
  private static final Pattern CODE = Pattern.compile("[A-Z]\\w+(\\.[A-Z]\\w+)?");
  private static final Pattern ARGUMENT = Pattern.compile("%(\\d)\\$s");
  private static final Object[] ARGUMENTS = {"first", "second", "third"};

  @ParameterizedTest
  @EnumSource
  void both_languages_tell_the_same_values(IaiError error) {
    assertThat(error.code()).matches(CODE);
    assertThat(arguments(error.english())).isEqualTo(arguments(error.chinese()));
    assertThat(error.message(Language.CHINESE, ARGUMENTS))
        .containsPattern("\\p{IsHan}")
        .doesNotContain("%1");
    assertThat(error.message(Language.ENGLISH, ARGUMENTS))
        .doesNotContainPattern("\\p{IsHan}")
        .endsWith(".");
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_of_the_gallery_has_an_answer(GalleryError rule) {
    ApiException answer = GalleryErrors.toApi(new GalleryException(rule, "PERSON_ID", 7));
    assertThat(answer.code()).isInstanceOf(IaiError.class);
    assertThat(answer.message(Language.ENGLISH)).isNotBlank();
  }

  @Test
  void an_empty_text_is_named_as_the_parameter_that_carries_it() {
    ApiException answer =
        GalleryErrors.toApi(new GalleryException(GalleryError.VALUE_EMPTY, "PERSON_NAME"));
    assertThat(answer.code()).isEqualTo(IaiError.ERROR_PARAMETER_EMPTY);
    assertThat(answer.message(Language.ENGLISH)).contains("PersonName");
  }

  @Test
  void no_code_stands_in_two_catalogues() {
    assertThat(Arrays.stream(IaiError.values()).map(ErrorCode::code))
        .doesNotContainAnyElementsOf(
            Arrays.stream(CommonError.values()).map(ErrorCode::code).toList());
  }

  private static Set<String> arguments(String pattern) {
    return ARGUMENT
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
