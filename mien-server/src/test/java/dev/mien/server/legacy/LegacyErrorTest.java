package dev.mien.server.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.GalleryError;
import dev.mien.gallery.GalleryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LegacyErrorTest {
  private static final Pattern ARGUMENT = Pattern.compile("%(\\d\\$)?[sd]");

  /** Codes of the reference that are never answered, and why. */
  static final Map<Integer, String> UNUSED =
      Map.ofEntries(
          Map.entry(16, "there are no buckets; the name of one is only compared with the signed"),
          Map.entry(107, "signatures are checked by the server itself"),
          Map.entry(108, "signatures are checked by the server itself"),
          Map.entry(-1104, "a face that is found has its outline; a fault of the nets is 213"),
          Map.entry(-1105, "a fault of the nets is 213"),
          Map.entry(-1106, "a fault of the nets is 213"),
          Map.entry(-1107, "a fault of the nets is 213"),
          Map.entry(-1108, "a fault of the nets is 213"),
          Map.entry(-1109, "a fault of the nets is 213"));

  @ParameterizedTest
  @EnumSource
  void both_languages_take_the_same_arguments(LegacyError error) {
    assertThat(ARGUMENT.matcher(error.chinese()).results().count())
        .isEqualTo(ARGUMENT.matcher(error.english()).results().count());
    assertThat(error.chinese()).containsPattern("\\p{IsHan}");
    assertThat(error.code()).isEqualTo(Integer.toString(error.number()));
  }

  @Test
  void every_code_of_the_reference_is_used_or_said_not_to_be() throws Exception {
    Path reference =
        Path.of(
            System.getProperty("mien.shared", "../../shared"), "reference", "legacy-face-api.txt");
    Assumptions.assumeTrue(Files.exists(reference), "SKIPPED: there is no " + reference);
    Set<Integer> documented = new TreeSet<>();
    Matcher row = Pattern.compile("(?m)^(-?[0-9]{1,4}) \\| ").matcher(Files.readString(reference));
    while (row.find()) {
      documented.add(Integer.valueOf(row.group(1)));
    }
    Set<Integer> known = new TreeSet<>(UNUSED.keySet());
    Arrays.stream(LegacyError.values()).map(LegacyError::number).forEach(known::add);
    assertThat(known).isEqualTo(documented);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "EMBEDDER_CHANGED",
        "CONFLICT",
        "FACES_BEING_ADDED",
        "GROUP_BEING_DELETED",
        "ACCOUNT_FACES_TOO_MANY",
        "GROUP_PERSONS_TOO_MANY",
        "LIST_TOO_LONG"
      })
  void rules_that_are_hard_to_break_have_a_code(GalleryError error) {
    assertThat(GalleryErrors.toApi(new GalleryException(error, "x", 7)).code())
        .isInstanceOf(LegacyError.class);
  }
}
