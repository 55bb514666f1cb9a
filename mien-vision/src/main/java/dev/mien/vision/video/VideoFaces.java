package dev.mien.vision.video;

import java.util.List;

/**
 * The faces of a video.
 *
 * @param info the video
 * @param durationMillis playing time: the header's, or what was decoded
 * @param tracks in the order in which they begin; copied
 */
public record VideoFaces(VideoInfo info, long durationMillis, List<FaceTrack> tracks) {

  public VideoFaces {
    tracks = List.copyOf(tracks);
  }
}
