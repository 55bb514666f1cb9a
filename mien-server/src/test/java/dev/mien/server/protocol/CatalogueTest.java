package dev.mien.server.protocol;

import static dev.mien.server.protocol.ApiErrors.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The error catalogue and the registry of actions. */
final class CatalogueTest {
  private static final Pattern ARGUMENT = Pattern.compile("%(\\d\\$)?[sd]");

  record Empty() {}

  record Sample(Api api, String name) implements Action<Empty, Empty> {
    @Override
    public Class<Empty> requestType() {
      return Empty.class;
    }

    @Override
    public Empty handle(Empty request, Call call) {
      return request;
    }
  }

  private static final Api OLD_AND_NEW = Api.of("iai", "2018-03-01", "2020-03-03");
  private static final Api NEW = Api.of("iai", "2020-03-03");

  @ParameterizedTest
  @EnumSource
  void bothLanguagesTakeTheSameArguments(CommonError error) {
    assertThat(ARGUMENT.matcher(error.chinese()).results().count())
        .isEqualTo(ARGUMENT.matcher(error.english()).results().count());
  }

  @ParameterizedTest
  @EnumSource
  void codesAreWordsJoinedByADot(CommonError error) {
    assertThat(error.code()).matches("[A-Z][A-Za-z]+(\\.[A-Z][A-Za-z]+)?");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, CHINESE", "zh, CHINESE", "ZH-cn, CHINESE", "en-US, ENGLISH", "fr, ENGLISH"})
  void onlyChineseIsChosenAndAllElseIsEnglish(String wish, Language language) {
    assertThat(Language.of(wish)).isEqualTo(language);
  }

  @Test
  void anActionIsFoundInEachOfItsVersionsAndNoOther() throws ApiException {
    Sample both = new Sample(OLD_AND_NEW, "Both");
    Sample later = new Sample(NEW, "Later");
    ActionRegistry registry = new ActionRegistry(List.of(both, later));
    assertThat(registry.find("2018-03-01", "Both")).isSameAs(both);
    assertThat(registry.find("2020-03-03", "Both")).isSameAs(both);
    assertThat(registry.find("2020-03-03", "Later")).isSameAs(later);
    assertFails(
        () -> registry.find("2018-03-01", "Later"), CommonError.INVALID_ACTION, "no action Later");
    assertFails(
        () -> registry.find("2019-01-01", "Both"), CommonError.NO_SUCH_VERSION, "2019-01-01");
  }

  @Test
  void twoActionsOfOneNameAreAMistakeOfTheBuild() {
    List<Sample> twins = List.of(new Sample(NEW, "Twin"), new Sample(OLD_AND_NEW, "Twin"));
    assertThatThrownBy(() -> new ActionRegistry(twins))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Twin");
  }
}
