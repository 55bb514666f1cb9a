package dev.mien.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.server.fetch.Downloader;
import dev.mien.server.fetch.FetchRules;
import dev.mien.server.work.WorkLimits;
import dev.mien.server.work.WorkPool;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageInputsTest {
  private static final int MAX_BASE64 = 4000;
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final WorkPool POOL = new WorkPool(new WorkLimits(1, 1, 1, LONG, LONG));
  private static final Downloader DOWNLOADER =
      Downloader.start(new FetchRules(false, LONG, LONG, 3000, 3, 1));
  private static final ImageInputs INPUTS =
      new ImageInputs(new ImageDecoder(ImageLimits.DEFAULTS), DOWNLOADER, POOL, MAX_BASE64);

  @AfterAll
  static void close() {
    DOWNLOADER.close();
    POOL.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aGVsbG8+/w==", "aGVsbG8+/w", "aGVs\r\nbG8+\r\n/w==\r\n", "aGVsbG8+\n/w"})
  void base64MayHavePaddingOrNotAndLineBreaks(String text) throws ImageInputException {
    assertThat(INPUTS.bytes(text, null))
        .isEqualTo(new byte[] {'h', 'e', 'l', 'l', 'o', '>', (byte) 0xff});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aGVsbG8-_w==",
        "aGVsbG8 /w==",
        "data:image/png;base64,aGVs",
        "aGVsbG8+/w=",
        "aGVsb",
        "aGVs=bG8",
        "Ãa==",
        " "
      })
  void whatIsNotStandardBase64IsRefused(String text) {
    assertFails(text, null, ImageProblem.NOT_BASE64);
  }

  @Test
  void theTextMayBeAsLongAsTheLimitAndNoLonger() throws ImageInputException {
    assertThat(INPUTS.bytes("A".repeat(MAX_BASE64), null)).hasSize(3000);
    assertFails("A".repeat(MAX_BASE64 + 1), null, ImageProblem.TOO_LARGE);
  }

  @Test
  void neitherPictureNorUrlIsAbsenceAndEmptyTextIsNothing() {
    assertFails(null, null, ImageProblem.ABSENT);
    assertFails("", "", ImageProblem.ABSENT);
  }

  @Test
  void theUrlWinsOverThePicture() {
    assertFails("aGVsbG8=", "ftp://example.com/a.jpg", ImageProblem.URL_NOT_ALLOWED);
    assertFails("aGVsbG8=", "http://127.0.0.1/a.jpg", ImageProblem.URL_NOT_ALLOWED);
    assertFails("aGVsbG8=", "http://nowhere.invalid/a.jpg", ImageProblem.DOWNLOAD_FAILED);
  }

  @Test
  void bytesThatAreNoPictureAreTold() {
    String text =
        Base64.getEncoder().encodeToString("no picture at all".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> INPUTS.load(text, null))
        .isInstanceOfSatisfying(
            ImageInputException.class,
            e -> assertThat(e.problem()).isEqualTo(ImageProblem.NOT_AN_IMAGE));
    String gif =
        Base64.getEncoder().encodeToString("GIF89a......".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> INPUTS.load(gif, null))
        .isInstanceOfSatisfying(
            ImageInputException.class,
            e -> assertThat(e.problem()).isEqualTo(ImageProblem.FORMAT_NOT_SUPPORTED));
  }

  private static void assertFails(
      @Nullable String base64, @Nullable String url, ImageProblem problem) {
    assertThatThrownBy(() -> INPUTS.bytes(base64, url))
        .isInstanceOfSatisfying(
            ImageInputException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
