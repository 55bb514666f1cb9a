package dev.mien.server.iai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.GalleryError;
import dev.mien.gallery.GalleryException;
import dev.mien.server.media.ImageInputException;
import dev.mien.server.media.ImageProblem;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.ErrorCode;
import dev.mien.server.protocol.Language;
import dev.mien.server.protocol.Services;
import dev.mien.vision.model.InferenceException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "CONFLICT, FailedOperation.ConflictOperation",
    "FACES_BEING_ADDED, FailedOperation.CreateFaceConcurrent",
    "GROUP_BEING_DELETED, FailedOperation.GroupInDeletedState",
    "UPGRADE_FACES_LOST, FailedOperation.GroupLostFaces",
    "PERSON_GROUPS_TOO_MANY, InvalidParameterValue.GroupNumPerPersonExceed"
  })
  void rules_that_are_hard_to_break_have_these_codes(GalleryError rule, String code) {
    assertThat(GalleryErrors.toApi(new GalleryException(rule, "id", 7)).code().code())
        .isEqualTo(code);
  }

  /** An action whose net fails. */
  private record Broken() implements IaiAction<Nothing, Nothing> {
    @Override
    public Class<Nothing> requestType() {
      return Nothing.class;
    }

    @Override
    public Nothing answer(Nothing request, Call call) {
      throw new InferenceException("out of memory", new OutOfMemoryError());
    }
  }

  private static Services noServices() {
    return (Services)
        Proxy.newProxyInstance(
            Services.class.getClassLoader(),
            new Class<?>[] {Services.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  @Test
  void a_net_that_fails_is_a_server_error_that_may_be_tried_again() {
    Call call =
        new Call(UUID.randomUUID(), new AccountId(1), "2020-03-03", Language.ENGLISH, noServices());
    assertThatThrownBy(() -> new Broken().handle(new Nothing(), call))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code().code()).isEqualTo("FailedOperation.ServerError"));
  }

  @Test
  void a_download_that_finds_no_room_is_a_limit() {
    ApiException answer =
        Pictures.refused(new ImageInputException(ImageProblem.BUSY, "busy"), "Image");
    assertThat(answer.code().code()).isEqualTo("FailedOperation.RequestLimitExceeded");
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
