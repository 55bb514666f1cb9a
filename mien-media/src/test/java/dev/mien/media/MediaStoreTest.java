package dev.mien.media;

import static dev.mien.media.MediaFixture.ANN;
import static dev.mien.media.MediaFixture.BEA;
import static dev.mien.media.MediaFixture.KEPT;
import static dev.mien.media.MediaFixture.KEY;
import static dev.mien.media.MediaFixture.LIMITS;
import static dev.mien.media.MediaFixture.NOW;
import static dev.mien.media.MediaFixture.at;
import static dev.mien.media.MediaFixture.content;
import static dev.mien.media.MediaFixture.files;
import static dev.mien.media.MediaFixture.objects;
import static dev.mien.media.MediaFixture.open;
import static dev.mien.media.MediaFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.media.MediaRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put is found again, until it is deleted or expires, and not by others. */
class MediaStoreTest {
  private static final int CHUNK = SealedHeader.CHUNK_BYTES;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7})
  void content_of_any_length_is_the_same_after_a_restart(int length) throws Exception {
    byte[] content = content(length, 1);
    MediaItem item;
    try (MediaStore store = open(folder)) {
      item = store.put(KEPT, content);
      assertThat(read(store, item.id())).isEqualTo(content);
      assertThat(item.sizeBytes()).isEqualTo(length);
    }
    try (MediaStore store = open(folder)) {
      assertThat(read(store, item.id())).isEqualTo(content);
      assertThat(store.find(ANN, item.id())).contains(item);
      assertThat(store.usedBytes()).isEqualTo(length);
    }
  }

  @Test
  void any_part_of_content_can_be_read() throws Exception {
    byte[] content = content(2 * CHUNK + 100, 2);
    try (MediaStore store = open(folder);
        MediaContent opened = store.open(store.put(KEPT, content).id()).orElseThrow()) {
      for (int from : List.of(0, 1, CHUNK - 1, CHUNK, 2 * CHUNK, content.length)) {
        for (int length : List.of(0, 1, 2, CHUNK, CHUNK + 1, content.length - from)) {
          if (from + length <= content.length) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            opened.writeTo(part, from, length);
            assertThat(part.toByteArray())
                .isEqualTo(Arrays.copyOfRange(content, from, from + length));
          }
        }
      }
      assertThatThrownBy(() -> opened.writeTo(new ByteArrayOutputStream(), 1, content.length))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void a_fingerprint_tells_equal_contents_to_who_has_the_key_alone() throws Exception {
    byte[] content = content(CHUNK + 3, 8);
    byte[] other = content.clone();
    other[CHUNK]++;
    try (MediaStore store = open(folder.resolve("one"));
        MediaStore stranger =
            MediaStore.open(
                folder.resolve("two"), MediaFixture.key("another"), MediaFixture.LIMITS, at(NOW))) {
      String fingerprint = store.fingerprint(new ByteArrayInputStream(content));
      assertThat(fingerprint).matches("[0-9a-f]{64}");
      assertThat(store.fingerprint(new ByteArrayInputStream(content))).isEqualTo(fingerprint);
      assertThat(store.fingerprint(new ByteArrayInputStream(other))).isNotEqualTo(fingerprint);
      assertThat(stranger.fingerprint(new ByteArrayInputStream(content))).isNotEqualTo(fingerprint);
      assertThat(store.usedBytes()).isZero();
    }
  }

  @Test
  void nothing_of_the_content_lies_readable_on_the_disk_and_nobody_else_may_look()
      throws Exception {
    byte[] secret = "SECRET-PIXELS-OF-A-FACE".repeat(200).getBytes(StandardCharsets.US_ASCII);
    try (MediaStore store = open(folder)) {
      store.put(KEPT, secret);
      List<Path> files = files(folder);
      assertThat(files).hasSizeGreaterThan(1);
      for (Path file : files) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("SECRET-PIXELS");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
      }
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
    assertThat(objects(folder).toString())
        .as("a name must not tell who has the picture that it is there")
        .doesNotContain(HexFormat.of().formatHex(digest));
  }

  @Test
  void equal_content_is_kept_once_and_survives_until_its_last_owner_deletes_it() throws Exception {
    byte[] content = content(1000, 3);
    try (MediaStore store = open(folder)) {
      MediaItem anns = store.put(KEPT, content);
      MediaItem beas = store.put(NewMedia.kept(BEA, "test", MediaType.JPEG), content);
      MediaItem annsSecond = store.put(KEPT, content);
      assertThat(anns.id()).isNotEqualTo(annsSecond.id());
      assertThat(objects(folder)).hasSize(1);
      assertThat(store.usedBytes()).isEqualTo(1000);
      assertThat(store.delete(ANN, anns.id())).isTrue();
      assertThat(store.delete(ANN, annsSecond.id())).isTrue();
      assertThat(store.open(anns.id())).isEmpty();
      assertThat(read(store, beas.id())).isEqualTo(content);
      assertThat(store.delete(BEA, beas.id())).isTrue();
      assertThat(objects(folder)).isEmpty();
      assertThat(store.usedBytes()).isZero();
    }
  }

  @Test
  void an_account_neither_finds_nor_deletes_what_is_anothers() throws Exception {
    try (MediaStore store = open(folder)) {
      MediaItem item = store.put(KEPT, content(10, 4));
      assertThat(store.find(BEA, item.id())).isEmpty();
      assertThat(store.delete(BEA, item.id())).isFalse();
      assertThat(store.items(BEA, "test", Optional.empty(), 10)).isEmpty();
      assertThat(store.find(ANN, item.id())).contains(item);
      assertThat(store.delete(ANN, item.id())).isTrue();
      assertThat(store.delete(ANN, item.id())).isFalse();
    }
  }

  @Test
  void items_of_a_label_are_listed_page_by_page() throws Exception {
    try (MediaStore store = open(folder)) {
      List<MediaId> put = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        put.add(store.put(KEPT, content(10, i)).id());
      }
      store.put(NewMedia.kept(ANN, "other", MediaType.CSV), content(10, 9));
      List<MediaId> listed = new ArrayList<>();
      List<MediaItem> page = store.items(ANN, "test", Optional.empty(), 2);
      while (!page.isEmpty()) {
        assertThat(page).hasSizeLessThanOrEqualTo(2);
        page.forEach(item -> listed.add(item.id()));
        page = store.items(ANN, "test", Optional.of(page.getLast().id()), 2);
      }
      assertThat(listed).containsExactlyInAnyOrderElementsOf(put);
    }
  }

  @Test
  void what_expires_is_gone_at_that_moment_and_from_the_disk_with_the_next_sweep()
      throws Exception {
    MediaItem brief;
    MediaItem kept;
    try (MediaStore store = open(folder)) {
      brief =
          store.put(
              NewMedia.until(NOW.plusSeconds(60), ANN, "test", MediaType.JSON), content(10, 5));
      kept = store.put(KEPT, content(10, 6));
      assertThat(store.open(brief.id())).isPresent().get().satisfies(MediaContent::close);
    }
    try (MediaStore store = MediaStore.open(folder, KEY, LIMITS, at(NOW.plusSeconds(60)))) {
      assertThat(store.open(brief.id())).isEmpty();
      assertThat(store.find(ANN, brief.id())).isEmpty();
      store.sweepExpired();
      assertThat(objects(folder)).hasSize(1);
      assertThat(read(store, kept.id())).isEqualTo(content(10, 6));
    }
  }

  @Test
  void the_sweep_runs_by_itself() throws Exception {
    try (MediaStore store = open(folder)) {
      store.put(NewMedia.until(NOW.plusSeconds(1), ANN, "test", MediaType.JSON), content(10, 5));
    }
    MediaLimits often = new MediaLimits(100, 100, Duration.ofMillis(5));
    try (MediaStore store = MediaStore.open(folder, KEY, often, at(NOW.plusSeconds(2)))) {
      for (int i = 0; i < 1000 && store.usedBytes() > 0; i++) {
        Thread.sleep(10);
      }
      assertThat(store.usedBytes()).isZero();
      assertThat(objects(folder)).isEmpty();
    }
  }

  @Test
  void too_much_is_refused_and_leaves_nothing_behind() throws Exception {
    MediaLimits small = new MediaLimits(100, 250, Duration.ofHours(1));
    try (MediaStore store = MediaStore.open(folder, KEY, small, at(NOW))) {
      assertThatThrownBy(() -> store.put(KEPT, content(101, 1)))
          .isInstanceOfSatisfying(
              MediaRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
      MediaItem first = store.put(KEPT, content(100, 1));
      store.put(KEPT, content(100, 2));
      assertThatThrownBy(() -> store.put(KEPT, content(51, 3)))
          .isInstanceOfSatisfying(
              MediaRefusedException.class,
              e -> assertThat(e.reason()).isEqualTo(Reason.STORE_FULL));
      store.put(KEPT, content(100, 1)); // is there already
      store.put(KEPT, content(50, 3));
      assertThat(objects(folder)).hasSize(3);
      assertThat(store.delete(ANN, first.id())).isTrue();
      assertThat(store.usedBytes()).as("another item has the same content").isEqualTo(250);
    }
  }

  @Test
  void what_has_expired_makes_room() throws Exception {
    MediaLimits small = new MediaLimits(100, 100, Duration.ofHours(1));
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now.get();
          }
        };
    try (MediaStore store = MediaStore.open(folder, KEY, small, clock)) {
      store.put(NewMedia.until(NOW.plusSeconds(5), ANN, "test", MediaType.CSV), content(100, 1));
      assertThatThrownBy(() -> store.put(KEPT, content(100, 2)))
          .isInstanceOf(MediaRefusedException.class);
      now.set(NOW.plusSeconds(5));
      store.put(KEPT, content(100, 2));
      assertThat(store.usedBytes()).isEqualTo(100);
    }
  }

  @Test
  void content_whose_source_breaks_off_is_not_kept() throws Exception {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(content(CHUNK + 5, 1)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the client went away");
              }

              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
              }
            });
    try (MediaStore store = open(folder)) {
      assertThatThrownBy(() -> store.put(KEPT, broken)).hasMessage("the client went away");
      assertThat(objects(folder)).isEmpty();
      assertThat(store.usedBytes()).isZero();
    }
  }
}
