package dev.mien.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.AccountId;
import dev.mien.media.MediaLimits;
import dev.mien.media.MediaStore;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import dev.mien.vision.video.FaceTrack;
import dev.mien.vision.video.Sighting;
import dev.mien.vision.video.VideoFaces;
import dev.mien.vision.video.VideoInfo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session names its result for a day from whenever it was told, and then no longer. */
class KeptFacesTest {
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final AccountId OTHER = new AccountId(2);
  private static final String VIDEO = "0123456789abcdef".repeat(4);
  private static final int SIDE = 32;

  @TempDir private Path folder;

  private final MovedClock clock = new MovedClock();
  private MediaStore store;
  private KeptFaces kept;

  /** A clock that a test moves. */
  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

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
      return now;
    }
  }

  @BeforeEach
  void open() {
    MediaLimits limits = new MediaLimits(1_000_000, 10_000_000, Duration.ofDays(9));
    store =
        MediaStore.open(
            folder.resolve("media"), new SecretKeySpec(new byte[32], "Generic"), limits, clock);
    kept = new KeptFaces(store, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void the_same_video_has_the_same_session_for_a_day() {
    FoundFaces first = kept.keep(ACCOUNT, VIDEO, faces());
    clock.now = clock.now.plus(Duration.ofHours(24).minusSeconds(1));
    assertThat(kept.ofContent(ACCOUNT, VIDEO)).contains(first);
    assertThat(kept.ofContent(OTHER, VIDEO)).isEmpty();
    clock.now = clock.now.plusSeconds(1);
    assertThat(kept.ofContent(ACCOUNT, VIDEO)).isEmpty();
    assertThat(kept.keep(ACCOUNT, VIDEO, faces()).sessionId()).isNotEqualTo(first.sessionId());
  }

  @Test
  void a_session_that_is_told_at_the_last_moment_is_valid_for_a_day_still() {
    kept.keep(ACCOUNT, VIDEO, faces());
    clock.now = clock.now.plus(Duration.ofHours(24).minusSeconds(1));
    FoundFaces told = kept.ofContent(ACCOUNT, VIDEO).orElseThrow();
    clock.now = clock.now.plus(Duration.ofHours(24));
    assertThat(kept.ofSession(ACCOUNT, told.sessionId())).contains(told);
    assertThat(told.faces()).hasSize(1);
    assertThat(told.faces().getFirst().picture()).isPresent();
    assertThat(kept.ofSession(OTHER, told.sessionId())).isEmpty();
    clock.now = clock.now.plusSeconds(1);
    assertThat(kept.ofSession(ACCOUNT, told.sessionId())).isEmpty();
  }

  private static VideoFaces faces() {
    Image image = Image.of(SIDE, SIDE, new byte[SIDE * SIDE * 3]);
    FaceTrack track =
        new FaceTrack(100, 900, List.of(new Sighting(100, new Box(0, 0, SIDE, SIDE))), 100, image);
    return new VideoFaces(new VideoInfo(SIDE, SIDE, 1000, 10, "h264"), 1000, List.of(track));
  }
}
