package dev.mien.vision.video;

import dev.mien.vision.video.VideoException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads a video's header and holds it against the limits. Thread-safe. */
final class VideoProbe {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A header is read in milliseconds; a file that takes longer is built to. */
  private static final Duration TIME_MAX = Duration.ofSeconds(10);

  private static final int REPORT_BYTES_MAX = 1 << 20;

  private final Ffmpeg programs;

  VideoProbe(Ffmpeg programs) {
    this.programs = programs;
  }

  VideoInfo probe(Path file, VideoLimits limits, VideoWork work) throws VideoException {
    checkSize(file, limits);
    VideoInfo info = info(run(file, work));
    check(info, limits);
    return info;
  }

  private static void checkSize(Path file, VideoLimits limits) throws VideoException {
    try {
      long bytes = Files.size(file);
      if (bytes > limits.maxBytes()) {
        throw new VideoException(
            Problem.TOO_LARGE,
            "the file has %d bytes, at most %d are accepted".formatted(bytes, limits.maxBytes()));
      }
    } catch (IOException e) {
      throw new VideoException(Problem.NOT_A_VIDEO, "the file cannot be read", e);
    }
  }

  private JsonNode run(Path file, VideoWork work) throws VideoException {
    List<String> report =
        List.of("-select_streams", "v:0", "-show_streams", "-show_format", "-of", "json");
    try (ChildProcess child =
        new ChildProcess(
            programs.start(programs.ffprobe(), List.of(), file, report, TIME_MAX),
            TIME_MAX,
            work)) {
      byte[] text = child.output().readNBytes(REPORT_BYTES_MAX);
      if (child.exitCode() != 0) {
        work.check();
        throw new VideoException(
            child.isTimedOut() ? Problem.TOO_SLOW : Problem.NOT_A_VIDEO,
            "the file is no readable MP4, MOV, MKV, WebM or AVI video");
      }
      return JSON.readTree(text);
    } catch (IOException | JacksonException e) {
      throw new VideoException(Problem.NOT_A_VIDEO, "the file's header cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VideoException(Problem.TOO_SLOW, "interrupted", e);
    }
  }

  private static VideoInfo info(JsonNode report) throws VideoException {
    JsonNode stream = report.path("streams").path(0);
    String codec = stream.path("codec_name").asString("unknown");
    if (stream instanceof MissingNode) {
      throw new VideoException(Problem.NOT_A_VIDEO, "the file has no picture stream");
    }
    if (!Ffmpeg.CODECS.contains(codec)) {
      throw new VideoException(
          Problem.FORMAT_NOT_SUPPORTED, "video codec " + codec + " is not accepted");
    }
    double seconds =
        number(stream.path("duration"), number(report.path("format").path("duration"), 0));
    double aspect = ratio(stream.path("sample_aspect_ratio").asString(""), ':', 1);
    int width = (int) Math.round(stream.path("width").asInt(0) * aspect);
    int height = stream.path("height").asInt(0);
    if (width < 1 || height < 1 || seconds < 0) {
      throw new VideoException(Problem.NOT_A_VIDEO, "the file's header makes no sense");
    }
    boolean onItsSide = Math.abs(Math.round(rotation(stream) / 90.0)) % 2 == 1;
    return new VideoInfo(
        onItsSide ? height : width,
        onItsSide ? width : height,
        Math.round(seconds * 1000),
        ratio(stream.path("avg_frame_rate").asString(""), '/', 0),
        codec);
  }

  private static double rotation(JsonNode stream) {
    for (JsonNode side : stream.path("side_data_list")) {
      if (side.has("rotation")) {
        return side.path("rotation").asDouble(0);
      }
    }
    return number(stream.path("tags").path("rotate"), 0);
  }

  private static void check(VideoInfo info, VideoLimits limits) throws VideoException {
    if (info.durationMillis() > limits.maxDuration().toMillis()) {
      throw new VideoException(
          Problem.TOO_LONG,
          "the video plays "
              + info.durationMillis()
              + " ms, at most "
              + limits.maxDuration().toMillis()
              + " are accepted");
    }
    if (Math.min(info.width(), info.height()) < limits.minSide()
        || Math.max(info.width(), info.height()) > limits.maxSide()) {
      throw new VideoException(
          Problem.RESOLUTION_OUT_OF_RANGE,
          "the video has %d x %d pixels, sides of %d to %d are accepted"
              .formatted(info.width(), info.height(), limits.minSide(), limits.maxSide()));
    }
    long frames = (long) (info.framesPerSecond() * info.durationMillis() / 1000);
    if (frames > limits.maxFrames()) {
      throw new VideoException(
          Problem.TOO_MANY_FRAMES,
          "the video has %d frames, at most %d are accepted".formatted(frames, limits.maxFrames()));
    }
  }

  private static double number(JsonNode node, double fallback) {
    return ratio(node.asString(""), '/', fallback);
  }

  /** "25/1", "16:11" or "12.5" as a number; the fallback for anything else and for "0/0". */
  private static double ratio(String text, char divider, double fallback) {
    int at = text.indexOf(divider);
    try {
      double value =
          at < 0
              ? Double.parseDouble(text)
              : Double.parseDouble(text.substring(0, at))
                  / Double.parseDouble(text.substring(at + 1));
      return Double.isFinite(value) && (value > 0 || at < 0) ? value : fallback;
    } catch (NumberFormatException e) {
      return fallback;
    }
  }
}
