package dev.mien.server.video;

import static java.util.Objects.requireNonNull;

import dev.mien.media.MediaItem;
import java.util.List;
import java.util.Optional;

/**
 * The faces of a video.
 *
 * @param sessionId names this result, for the account that has asked
 * @param faces in the order in which they appear; copied
 */
public record FoundFaces(String sessionId, List<FoundFace> faces) {
  public FoundFaces {
    requireNonNull(sessionId, "sessionId is null");
    faces = List.copyOf(faces);
  }

  /**
   * One person's stay in the picture.
   *
   * @param startMillis when it begins, from the video's start
   * @param endMillis when it ends
   * @param picture the face at its best; empty if it is no longer kept
   */
  public record FoundFace(long startMillis, long endMillis, Optional<MediaItem> picture) {
    public FoundFace {
      requireNonNull(picture, "picture is null");
    }
  }
}
