package dev.mien.server.video;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreException;
import dev.mien.media.MediaContent;
import dev.mien.media.MediaId;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaRefusedException;
import dev.mien.media.MediaStore;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import dev.mien.server.video.FoundFaces.FoundFace;
import dev.mien.vision.image.ImageEncoder;
import dev.mien.vision.video.FaceTrack;
import dev.mien.vision.video.VideoFaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was found in videos, in the media store: a JSON file for each result, whose id is the
 * session's, and a picture for each face. A result is found again by the session and by the content
 * of the video. Thread-safe.
 */
final class KeptFaces {
  /** So long the same video has the same session. */
  static final Duration REUSE = Duration.ofHours(24);

  /** A session that is told at the end of that time must still be valid as long as others. */
  private static final Duration RETENTION = REUSE.plusHours(24);

  private static final String PICTURE_LABEL = "vod-face";
  private static final String RESULT_LABEL = "vod-";

  /** As much of a fingerprint as a label takes: 112 bits. */
  private static final int FINGERPRINT_CHARACTERS = 28;

  /** Results of one video: one, but for analyses that ended at the same time as another. */
  private static final int RESULTS_MAX = 100;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final MediaStore store;
  private final Clock clock;

  /** A file of a result. */
  private record Stored(List<StoredFace> faces) {}

  private record StoredFace(long startMillis, long endMillis, String picture) {}

  KeptFaces(MediaStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Keeps a result.
   *
   * @param fingerprint of the video; see {@link MediaStore#fingerprint}
   */
  FoundFaces keep(AccountId account, String fingerprint, VideoFaces found) {
    Instant end = clock.instant().plus(RETENTION);
    try {
      List<StoredFace> faces = new ArrayList<>();
      for (FaceTrack track : found.tracks()) {
        MediaItem picture =
            store.put(
                NewMedia.until(end, account, PICTURE_LABEL, MediaType.JPEG),
                ImageEncoder.jpeg(track.bestImage()));
        faces.add(new StoredFace(track.startMillis(), track.endMillis(), picture.id().text()));
      }
      MediaItem result =
          store.put(
              NewMedia.until(end, account, label(fingerprint), MediaType.JSON),
              MAPPER.writeValueAsBytes(new Stored(faces)));
      return read(account, result);
    } catch (MediaRefusedException e) {
      throw new StoreException("The faces of a video cannot be kept", e);
    }
  }

  /** The newest result for a video of this content that may be told again. */
  Optional<FoundFaces> ofContent(AccountId account, String fingerprint) {
    Instant oldest = clock.instant().minus(REUSE);
    return store.items(account, label(fingerprint), Optional.empty(), RESULTS_MAX).stream()
        .filter(item -> item.createdAt().isAfter(oldest))
        .max(Comparator.comparing(MediaItem::createdAt))
        .map(item -> read(account, item));
  }

  /** The result of a session; empty if it is unknown, another's, or no longer kept. */
  Optional<FoundFaces> ofSession(AccountId account, String sessionId) {
    return MediaId.parse(sessionId)
        .flatMap(id -> store.find(account, id))
        .filter(item -> item.type() == MediaType.JSON && item.label().startsWith(RESULT_LABEL))
        .map(item -> read(account, item));
  }

  private FoundFaces read(AccountId account, MediaItem item) {
    try (MediaContent content =
        store
            .open(item.id())
            .orElseThrow(() -> new StoreException("A result has expired meanwhile"))) {
      Stored stored = MAPPER.readValue(content.bytes(), Stored.class);
      return new FoundFaces(
          item.id().text(),
          stored.faces().stream()
              .map(
                  face ->
                      new FoundFace(
                          face.startMillis(),
                          face.endMillis(),
                          store.find(account, new MediaId(face.picture()))))
              .toList());
    }
  }

  private static String label(String fingerprint) {
    return RESULT_LABEL + fingerprint.substring(0, FINGERPRINT_CHARACTERS);
  }
}
