package dev.mien.server.video;

import dev.mien.vision.FaceEngine;
import dev.mien.vision.video.Ffmpeg;
import dev.mien.vision.video.VideoAnalyzer;
import dev.mien.vision.video.VideoException;
import dev.mien.vision.video.VideoFaces;
import dev.mien.vision.video.VideoWork;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at video files. The decoder is unpacked and the threads begin with the first video: most
 * servers never see one. Thread-safe.
 */
final class FaceAnalysis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaceAnalysis.class);

  private final FaceEngine engine;
  private final VideoRules rules;
  private @Nullable VideoAnalyzer analyzer;
  private boolean closed;

  FaceAnalysis(FaceEngine engine, VideoRules rules) {
    this.engine = engine;
    this.rules = rules;
  }

  /** The faces of a video file. */
  VideoFaces analyze(Path file, VideoWork work) throws VideoRefusedException {
    try {
      return analyzer().analyze(file, rules.limits(), work);
    } catch (VideoException e) {
      throw refused(e);
    }
  }

  /** Refuses if this server cannot look at videos at all. */
  void requireAvailable() throws VideoRefusedException {
    try {
      analyzer();
    } catch (VideoException e) {
      throw refused(e);
    }
  }

  private synchronized VideoAnalyzer analyzer() throws VideoException, VideoRefusedException {
    if (!rules.enabled()) {
      throw new VideoRefusedException(VideoProblem.NOT_AVAILABLE, "it is switched off");
    }
    if (closed) {
      throw new VideoRefusedException(VideoProblem.STOPPING, "the server is stopping");
    }
    VideoAnalyzer present = analyzer;
    if (present == null) {
      Ffmpeg programs =
          rules.ffmpeg().isPresent() ? Ffmpeg.installed(rules.ffmpeg().get()) : Ffmpeg.bundled();
      present = new VideoAnalyzer(engine, programs, rules.threads());
      analyzer = present;
    }
    return present;
  }

  private static VideoRefusedException refused(VideoException e) {
    String detail = String.valueOf(e.getMessage());
    VideoProblem problem =
        switch (e.problem()) {
          case NOT_A_VIDEO,
              FORMAT_NOT_SUPPORTED,
              TOO_LARGE,
              TOO_LONG,
              TOO_MANY_FRAMES,
              RESOLUTION_OUT_OF_RANGE ->
              VideoProblem.NOT_ACCEPTED;
          case DECODE_FAILED, TOO_MANY_FACES, TOO_SLOW -> VideoProblem.UNREADABLE;
          case CANCELLED -> VideoProblem.STOPPING;
          case DECODER_MISSING -> VideoProblem.NOT_AVAILABLE;
        };
    if (problem == VideoProblem.NOT_AVAILABLE) {
      LOG.error("Videos cannot be looked at: {}", detail, e);
    }
    return new VideoRefusedException(problem, detail);
  }

  /** Ends what is running, child processes included. */
  @Override
  public void close() {
    VideoAnalyzer present;
    synchronized (this) {
      closed = true;
      present = analyzer;
    }
    if (present != null) {
      present.close();
    }
  }
}
