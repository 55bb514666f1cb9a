package dev.mien.vision.video;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.vision.video.VideoException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProbeReportTest {

  @Test
  void aVideoIsAsLargeAsItIsDisplayed() throws Exception {
    assertThat(
            parse(
                "'width':720,'height':576,'sample_aspect_ratio':'16:15','avg_frame_rate':'25/1',"
                    + "'duration':'2.5','side_data_list':[{},{'rotation':-90}]"))
        .isEqualTo(new VideoInfo(576, 768, 2500, 25, "h264"));
  }

  @Test
  void whatAHeaderDoesNotTellIsZero() throws Exception {
    assertThat(parse("'width':64,'height':48,'avg_frame_rate':'0/0','duration':'N/A'"))
        .isEqualTo(new VideoInfo(64, 48, 0, 0, "h264"));
  }

  /** 4,294,967,397 is 101 more than 2^32: cut to 32 bits it would be within the limits. */
  @ParameterizedTest
  @CsvSource({
    "3, 1431655799:1",
    "65535, 2147483647:1",
    "1, 4294967397:1",
    "2147483647, 2147483647:1",
    "1, 1e300:1"
  })
  void aWidthBeyondAllNumbersStaysTooLarge(int width, String aspect) throws Exception {
    VideoInfo info =
        parse("'width':%d,'height':100,'sample_aspect_ratio':'%s'".formatted(width, aspect));
    assertThat(info.width()).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> VideoLimits.DEFAULTS.require(info))
        .isInstanceOfSatisfying(
            VideoException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.RESOLUTION_OUT_OF_RANGE));
  }

  @Test
  void endlessDurationsAndFrameRatesAreBeyondTheLimits() throws Exception {
    VideoInfo endless = parse("'width':64,'height':64,'duration':'1e300'");
    assertThat(endless.durationMillis()).isEqualTo(Long.MAX_VALUE);
    assertProblem(endless, Problem.TOO_LONG);
    VideoInfo fast = parse("'width':64,'height':64,'duration':'1','avg_frame_rate':'2147483647/1'");
    assertProblem(fast, Problem.TOO_MANY_FRAMES);
  }

  @Test
  void aFrameRateBelowZeroIsNone() throws Exception {
    assertThat(parse("'width':64,'height':64,'avg_frame_rate':'-25'").framesPerSecond()).isZero();
    assertThat(parse("'width':64,'height':64,'avg_frame_rate':'-25/1'").framesPerSecond()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "1",
        "null",
        "{}",
        "{\"streams\":[]}",
        "{\"streams\":{}}",
        "{\"streams\":[",
        "{\"streams\":[{\"codec_name\":\"h264\",\"width\":-4,\"height\":3}]}",
        "{\"streams\":[{\"codec_name\":\"h264\",\"width\":4,\"height\":3,\"duration\":\"-1\"}]}"
      })
  void whatIsNoReportOfAVideoIsRefused(String report) {
    assertThatThrownBy(() -> ProbeReport.parse(report.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            VideoException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_A_VIDEO));
  }

  private static VideoInfo parse(String stream) throws VideoException {
    String report = "{'streams':[{'codec_name':'h264',%s}]}".formatted(stream);
    return ProbeReport.parse(report.replace('\'', '"').getBytes(UTF_8));
  }

  private static void assertProblem(VideoInfo info, Problem problem) {
    assertThatThrownBy(() -> VideoLimits.DEFAULTS.require(info))
        .isInstanceOfSatisfying(
            VideoException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
