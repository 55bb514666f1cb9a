package dev.mien.server.ivld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.GalleryError;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.StoreException;
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

class IvldErrorTest {
  private static final Pattern CODE = Pattern.compile("[A-Z]\\w+\\.[A-Z]\\w+");
  private static final Pattern ARGUMENT = Pattern.compile("%(\\d)\\$s");
  private static final Object[] ARGUMENTS = {"first", "second"};

  @ParameterizedTest
  @EnumSource
  void both_languages_tell_the_same_values(IvldError error) {
    assertThat(error.code()).matches(CODE);
    assertThat(arguments(error.english())).isEqualTo(arguments(error.chinese()));
    assertThat(error.message(Language.CHINESE, ARGUMENTS)).containsPattern("\\p{IsHan}");
    assertThat(error.message(Language.ENGLISH, ARGUMENTS))
        .doesNotContainPattern("\\p{IsHan}")
        .endsWith(".");
  }

  private static Set<String> arguments(String pattern) {
    return ARGUMENT
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_of_the_gallery_has_an_answer(GalleryError rule) {
    ApiException answer = toApi(rule);
    assertThat(answer.code()).isInstanceOf(IvldError.class);
    assertThat(answer.message(Language.ENGLISH)).isNotBlank();
  }

  private static ApiException toApi(GalleryError rule) {
    return BrokenRules.toApi(
        new GalleryException(rule, "value", 7), IvldError.CUSTOM_CATEGORY_NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "CONFLICT, RequestLimitExceeded.ConcurrencyOverflow",
    "FACES_BEING_ADDED, RequestLimitExceeded.ConcurrencyOverflow",
    "CATEGORIES_TOO_MANY, LimitExceeded.UsageLimitExceeded",
    "GROUPS_TOO_MANY, LimitExceeded.UsageLimitExceeded",
    "GROUP_NAME_EXISTS, FailedOperation.CustomGroupAlreadyExist",
    "GROUP_BEING_DELETED, ResourceNotFound.CustomGroupNotFound",
    "EMBEDDER_CHANGED, FailedOperation.FeatureAlgoFailed",
    "GROUP_FACES_TOO_MANY, InternalError.InternalOverflow",
    "LAST_FACE, InternalError.InnerError"
  })
  void rules_that_are_hard_to_break_have_these_codes(GalleryError rule, String code) {
    assertThat(toApi(rule).code().code()).isEqualTo(code);
  }

  /** An action in which something fails. */
  private record Broken(RuntimeException failure) implements IvldAction<Nothing, Nothing> {
    @Override
    public Class<Nothing> requestType() {
      return Nothing.class;
    }

    @Override
    public Nothing answer(Nothing request, Call call) {
      throw failure;
    }
  }

  @Test
  void a_net_and_a_store_that_fail_are_told_apart() {
    fails(
        new InferenceException("out of memory", new OutOfMemoryError()),
        "FailedOperation.FeatureAlgoFailed");
    fails(new StoreException("disk full"), "InternalError.DBOperationError");
  }

  private static void fails(RuntimeException failure, String code) {
    Call call =
        new Call(UUID.randomUUID(), new AccountId(1), "2021-09-03", Language.ENGLISH, noServices());
    assertThatThrownBy(() -> new Broken(failure).handle(new Nothing(), call))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code().code()).isEqualTo(code));
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

  @ParameterizedTest
  @EnumSource
  void every_problem_of_a_picture_has_an_answer(ImageProblem problem) {
    ApiException answer = ImageSource.refused(new ImageInputException(problem, "why"));
    assertThat(answer.message(Language.ENGLISH)).isNotBlank();
    assertThat(answer.code().equals(CommonError.REQUEST_LIMIT_EXCEEDED))
        .isEqualTo(problem == ImageProblem.BUSY);
  }

  @Test
  void no_code_stands_in_two_catalogues() {
    assertThat(Arrays.stream(IvldError.values()).map(ErrorCode::code))
        .doesNotContainAnyElementsOf(
            Arrays.stream(CommonError.values()).map(ErrorCode::code).toList());
  }
}
