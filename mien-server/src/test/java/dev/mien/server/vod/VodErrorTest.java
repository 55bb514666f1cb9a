package dev.mien.server.vod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Language;
import dev.mien.server.video.VideoProblem;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VodErrorTest {
  private static final Pattern ARGUMENT = Pattern.compile("%(\\d)\\$s");
  private static final Set<Long> NUMBERS = Set.of(40_000L, 60_000L, 70_000L);
  private static final Set<String> NAMES =
      Set.of("RequestLimitExceeded", "InvalidParameterValue", "InternalError", "FailedOperation");

  @ParameterizedTest
  @EnumSource
  void both_languages_tell_the_same_values(VodError error) {
    assertThat(error.code()).matches("[A-Z]\\w+(\\.[A-Z]\\w+)?");
    assertThat(arguments(error.english())).isEqualTo(arguments(error.chinese()));
    assertThat(error.message(Language.CHINESE, "first")).containsPattern("\\p{IsHan}");
    assertThat(error.message(Language.ENGLISH, "first"))
        .doesNotContainPattern("\\p{IsHan}")
        .endsWith(".");
  }

  @ParameterizedTest
  @EnumSource
  void every_problem_has_an_answer_to_a_request_and_for_a_task(VideoProblem problem) {
    ApiException answer = VideoErrors.toApi(problem, "the detail");
    assertThat(answer.message(Language.ENGLISH)).endsWith(".").doesNotContain("%");
    assertThat(answer.message(Language.CHINESE)).endsWith("。").doesNotContain("%");
    assertThat(NUMBERS).contains(VideoErrors.number(problem));
    assertThat(NAMES).contains(VideoErrors.name(problem));
  }

  private static Set<String> arguments(String pattern) {
    return ARGUMENT
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
