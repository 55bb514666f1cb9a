package dev.mien.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  @Test
  void every_allowed_character_makes_an_id() throws GalleryException {
    String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz012345-%@#&_";
    assertThat(GroupId.of(all).value()).hasSize(64).isEqualTo(all);
    assertThat(PersonId.of("6789").value()).isEqualTo("6789");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a.b", "a/b", "腾讯深圳员工库", "é", "a\n", "*", "a\u0000"})
  void ids_with_other_characters_are_illegal(String text) {
    assertError(() -> GroupId.of(text), GalleryError.GROUP_ID_ILLEGAL, text);
    assertError(() -> PersonId.of(text), GalleryError.PERSON_ID_ILLEGAL, text);
    assertThatThrownBy(() -> new GroupId(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PersonId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ids_have_1_to_64_characters() {
    assertError(() -> GroupId.of(""), GalleryError.VALUE_EMPTY, "GROUP_ID");
    assertError(() -> PersonId.of(""), GalleryError.VALUE_EMPTY, "PERSON_ID");
    String tooLong = "x".repeat(65);
    assertError(() -> GroupId.of(tooLong), GalleryError.GROUP_ID_TOO_LONG, tooLong);
    assertError(() -> PersonId.of(tooLong), GalleryError.PERSON_ID_TOO_LONG, tooLong);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tencent Shenzhen Employee Group",
        "Dormitory Building #1, Zhuyuan Campus, XX University",
        "Cloud & Smart Industries Group",
        "腾讯深圳员工库",
        "卡尔·马克思",
        "O'Brien (Jr.)",
        "Zoë_Müller-3",
        "नमस्ते"
      })
  void names_of_the_world_and_of_the_reference_are_legal(String name) throws GalleryException {
    TextRules.GROUP_NAME.check(name);
    TextRules.PERSON_NAME.check(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<b>", "a\"b", "a/b", "a\\b", "a\tb", "a\u001fb", "\u202e", "😀", "a\ud800", "$"})
  void names_with_markup_controls_or_symbols_are_illegal(String name) {
    assertError(
        () -> {
          TextRules.PERSON_NAME.check(name);
          return name;
        },
        GalleryError.PERSON_NAME_ILLEGAL,
        name);
  }

  @Test
  void lengths_of_names_count_characters_and_not_bytes_or_surrogates() throws GalleryException {
    TextRules.PERSON_NAME.check("中".repeat(60));
    TextRules.PERSON_NAME.check("𠀀".repeat(60));
    assertError(
        () -> {
          TextRules.PERSON_NAME.check("中".repeat(61));
          return "";
        },
        GalleryError.PERSON_NAME_TOO_LONG,
        "中".repeat(61));
  }

  @Test
  void an_exception_tells_the_rule_its_limit_and_the_beginning_of_a_long_value() {
    GalleryException exception =
        catchThrowableOfType(GalleryException.class, () -> GroupId.of("x".repeat(1000)));
    assertThat(exception.error()).isEqualTo(GalleryError.GROUP_ID_TOO_LONG);
    assertThat(exception.limit()).hasValue(64);
    assertThat(exception.value()).isEqualTo("x".repeat(100) + "…");
    assertThat(new GalleryException(GalleryError.GROUP_NOT_FOUND, "g").limit()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2.0, V2_0", "3.0, V3_0"})
  void versions_have_their_names_on_the_wire(String text, ModelVersion version)
      throws GalleryException {
    assertThat(ModelVersion.of(text)).isEqualTo(version);
    assertThat(version.text()).isEqualTo(text);
    assertError(() -> ModelVersion.of("3"), GalleryError.MODEL_VERSION_ILLEGAL, "3");
  }

  @Test
  void genders_have_their_numbers_on_the_wire() throws GalleryException {
    for (Gender gender : Gender.values()) {
      assertThat(Gender.of(gender.code())).isEqualTo(gender);
    }
    assertError(() -> Gender.of(3), GalleryError.PERSON_GENDER_ILLEGAL, "3");
    assertError(() -> Gender.of(-1), GalleryError.PERSON_GENDER_ILLEGAL, "-1");
  }

  @Test
  void face_ids_are_19_digits() {
    assertThat(FaceId.parse("2875186538564559728")).contains(new FaceId(2875186538564559728L));
    assertThat(
            List.of(
                "",
                "1",
                "0875186538564559728",
                "28751865385645597281",
                "9999999999999999999",
                "-875186538564559728",
                "287518653856455972x"))
        .allSatisfy(text -> assertThat(FaceId.parse(text)).isEmpty());
    assertThatThrownBy(() -> new FaceId(999_999_999_999_999_999L))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void face_ids_grow_also_when_the_clock_stands_or_runs_back() {
    Instant noon = Instant.parse("2026-11-01T12:00:00Z");
    MovableClock clock = new MovableClock(noon);
    FaceIdSource source = new FaceIdSource(clock, Optional.empty());
    FaceId first = source.next();
    FaceId second = source.next();
    clock.now = noon.minus(Duration.ofDays(1000));
    FaceId third = source.next();
    clock.now = noon.plusMillis(1);
    FaceId fourth = source.next();
    assertThat(List.of(first, second, third, fourth)).isSorted().doesNotHaveDuplicates();
    assertThat(first.toString()).hasSize(19);
    assertThat(fourth.number() - first.number()).isEqualTo(1 << 20);
  }

  @Test
  void face_ids_of_a_new_process_are_above_those_that_were_kept() {
    FaceId kept = new FaceId(9_000_000_000_000_000_000L);
    FaceIdSource source = new FaceIdSource(Clock.systemUTC(), Optional.of(kept));
    assertThat(source.next()).isGreaterThan(kept);
  }

  @Test
  void a_clock_before_the_year_2000_still_gives_19_digits() {
    FaceIdSource source =
        new FaceIdSource(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Optional.empty());
    assertThat(source.next().toString()).hasSize(19);
  }

  @Test
  void threads_never_get_the_same_face_id() {
    FaceIdSource source = new FaceIdSource(Clock.systemUTC(), Optional.empty());
    Set<FaceId> given = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 50_000).parallel().forEach(i -> given.add(source.next()));
    assertThat(given).hasSize(50_000);
  }

  private interface Check {
    Object run() throws GalleryException;
  }

  private static void assertError(Check check, GalleryError error, String value) {
    GalleryException exception = catchThrowableOfType(GalleryException.class, check::run);
    assertThat(exception).isNotNull();
    assertThat(exception.error()).isEqualTo(error);
    assertThat(exception.value()).isEqualTo(value);
  }

  private static final class MovableClock extends Clock {
    private Instant now;

    MovableClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
