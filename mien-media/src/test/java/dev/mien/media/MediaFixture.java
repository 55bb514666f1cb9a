package dev.mien.media;

import dev.mien.gallery.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What the tests of this module share. */
final class MediaFixture {
  static final AccountId ANN = new AccountId(1);
  static final AccountId BEA = new AccountId(2);
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final SecretKey KEY = key("the data directory's key");
  static final NewMedia KEPT = NewMedia.kept(ANN, "test", MediaType.JPEG);
  static final MediaLimits LIMITS = new MediaLimits(10_000_000, 100_000_000, Duration.ofHours(1));

  private MediaFixture() {}

  static SecretKey key(String text) {
    return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "Generic");
  }

  static MediaStore open(Path folder) {
    return MediaStore.open(folder, KEY, LIMITS, at(NOW));
  }

  static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  /** Bytes that no compression and no luck makes equal to others. */
  static byte[] content(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] read(MediaStore store, MediaId id) {
    try (MediaContent content = store.open(id).orElseThrow()) {
      return content.bytes();
    }
  }

  /** All files of a store but its index. */
  static List<Path> objects(Path folder) {
    return files(folder).stream()
        .filter(file -> !file.getFileName().toString().startsWith("index."))
        .toList();
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
