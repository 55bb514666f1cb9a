package dev.mien.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.SharedFaces;
import dev.mien.vision.image.ImageException.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Broken, hostile and odd files, each with what must become of it. */
class HostileFilesTest {

  private static final Set<Problem> REFUSALS =
      EnumSet.of(
          Problem.NOT_AN_IMAGE,
          Problem.DECODE_FAILED,
          Problem.RESOLUTION_TOO_HIGH,
          Problem.RESOLUTION_TOO_LOW);

  private static final Optional<Problem> OK = Optional.empty();
  private static final Optional<Problem> TOO_HIGH = Optional.of(Problem.RESOLUTION_TOO_HIGH);

  /** Labelled for what is in it: it is 5,565 pixels high, more than is accepted. */
  private static final Set<String> OVERSIZED = Set.of("gen/big_4000.jpg");

  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULTS);

  /**
   * 4000 x 5565 pixels: labelled as a sound picture, which it is, but beyond what the API takes.
   */
  private static final String OVER_THE_LIMIT = "gen/big_4000.jpg";

  @Test
  void each_file_is_decoded_or_refused_as_its_label_says() throws Exception {
    Path folder = SharedFaces.folder("robust");
    SoftAssertions softly = new SoftAssertions();
    int files = 0;
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
      String name = row.get("path");
      Optional<Problem> problem = decode(Files.readAllBytes(folder.resolve(name)));
      files++;
      if (name.equals(OVER_THE_LIMIT)) {
        softly.assertThat(problem).as(name).contains(Problem.RESOLUTION_TOO_HIGH);
        continue;
      }
      switch (row.get("expect")) {
        case "ok", "ok_or_lowq" ->
            softly.assertThat(problem).as(name).isEqualTo(OVERSIZED.contains(name) ? TOO_HIGH : OK);
        case "format_policy" ->
            softly
                .assertThat(problem)
                .as(name)
                .hasValueSatisfying(
                    found ->
                        assertThat(found).isIn(Problem.FORMAT_NOT_SUPPORTED, Problem.NOT_AN_IMAGE));
        case "reject", "reject_or_partial", "reject_or_noface" ->
            softly
                .assertThat(problem)
                .as(name)
                .hasValueSatisfying(found -> assertThat(REFUSALS).contains(found));
        // Any outcome but an unchecked exception, which would have ended the test.
        case "no_crash" -> softly.assertThat(problem).as(name).isNotNull();
        default -> softly.fail("unknown expectation of %s: %s", name, row.get("expect"));
      }
    }
    softly.assertThat(files).isGreaterThan(50);
    softly.assertAll();
  }

  private Optional<Problem> decode(byte[] bytes) {
    try {
      Image image = decoder.decode(bytes);
      assertThat(image.width()).isPositive();
      return Optional.empty();
    } catch (ImageException e) {
      return Optional.of(e.problem());
    }
  }
}
