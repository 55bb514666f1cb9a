package dev.mien.server.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.GalleryError;
import dev.mien.gallery.GalleryException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LegacyErrorTest {
  private static final Pattern ARGUMENT = Pattern.compile("%(\\d\\$)?[sd]");

  @ParameterizedTest
  @EnumSource
  void both_languages_take_the_same_arguments(LegacyError error) {
    assertThat(ARGUMENT.matcher(error.chinese()).results().count())
        .isEqualTo(ARGUMENT.matcher(error.english()).results().count());
    assertThat(error.chinese()).containsPattern("\\p{IsHan}");
    assertThat(error.code()).isEqualTo(Integer.toString(error.number()));
  }

  @ParameterizedTest
  @CsvSource({
    "CONFLICT, 15",
    "FACES_BEING_ADDED, 15",
    "EMBEDDER_CHANGED, -1103",
    "GROUP_BEING_DELETED, -1306",
    "GROUP_FACES_TOO_MANY, -1309",
    "ACCOUNT_FACES_TOO_MANY, -1309",
    "GROUP_PERSONS_TOO_MANY, -1310",
  })
  void rules_that_are_hard_to_break_have_their_codes(GalleryError error, int code) {
    assertThat(GalleryErrors.toApi(new GalleryException(error, "x", 7)).code())
        .isInstanceOfSatisfying(
            LegacyError.class, answered -> assertThat(answered.number()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({"GROUPS, -1311", "office, -1310"})
  void lists_that_are_too_long_have_the_code_of_what_they_list(String list, int code) {
    assertThat(
            GalleryErrors.toApi(new GalleryException(GalleryError.LIST_TOO_LONG, list, 7)).code())
        .isInstanceOfSatisfying(
            LegacyError.class, answered -> assertThat(answered.number()).isEqualTo(code));
  }
}
