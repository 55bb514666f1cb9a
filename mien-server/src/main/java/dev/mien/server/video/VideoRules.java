package dev.mien.server.video;

import static java.util.Objects.requireNonNull;

import dev.mien.vision.video.VideoLimits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How videos are looked at.
 *
 * @param enabled whether they are at all
 * @param ffmpeg an installed decoder instead of the bundled one
 * @param limits what one video may cost
 * @param threads pictures looked at at the same time, of all videos together
 * @param concurrency videos in work for requests that wait for them
 * @param waitingTasks tasks of one account that are not finished
 */
public record VideoRules(
    boolean enabled,
    Optional<Path> ffmpeg,
    VideoLimits limits,
    int threads,
    int concurrency,
    int waitingTasks) {

  public VideoRules {
    requireNonNull(ffmpeg, "ffmpeg is null");
    requireNonNull(limits, "limits is null");
    if (threads < 1 || concurrency < 1 || waitingTasks < 1) {
      throw new IllegalArgumentException("threads, concurrency, waiting-tasks must be positive");
    }
  }
}
