package dev.mien.vision.video;

import dev.mien.vision.video.VideoException.Problem;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What {@code ffprobe} reports of a file, in JSON. The numbers are the file's own and may be
 * anything.
 */
public final class ProbeReport {

  /** The options that ask for as much as is read here: titles and comments may be of any length. */
  static final List<String> OPTIONS =
      List.of(
          "-select_streams",
          "v:0",
          "-show_entries",
          "stream=codec_name,width,height,sample_aspect_ratio,avg_frame_rate,duration"
              + ":stream_tags=rotate:stream_side_data=rotation:format=duration",
          "-of",
          "json");

  private static final ObjectMapper JSON = new ObjectMapper();

  private ProbeReport() {}

  /**
   * The first picture stream of a report.
   *
   * @throws VideoException {@link Problem#NOT_A_VIDEO} if there is none or it makes no sense,
   *     {@link Problem#FORMAT_NOT_SUPPORTED} for a codec that is not accepted
   */
  public static VideoInfo parse(byte[] report) throws VideoException {
    try {
      return info(JSON.readTree(report));
    } catch (JacksonException e) {
      throw new VideoException(Problem.NOT_A_VIDEO, "the file's header cannot be read", e);
    }
  }

  private static VideoInfo info(JsonNode report) throws VideoException {
    JsonNode stream = report.path("streams").path(0);
    if (stream instanceof MissingNode) {
      throw new VideoException(Problem.NOT_A_VIDEO, "the file has no picture stream");
    }
    String codec = stream.path("codec_name").asString("unknown");
    if (!Ffmpeg.CODECS.contains(codec)) {
      throw new VideoException(
          Problem.FORMAT_NOT_SUPPORTED, "video codec " + codec + " is not accepted");
    }
    double seconds =
        number(stream.path("duration"), number(report.path("format").path("duration"), 0));
    double aspect = ratio(stream.path("sample_aspect_ratio").asString(""), ':', 1);
    int width = pixels(stream.path("width").asInt(0) * aspect);
    int height = stream.path("height").asInt(0);
    if (width < 1 || height < 1 || seconds < 0) {
      throw new VideoException(Problem.NOT_A_VIDEO, "the file's header makes no sense");
    }
    boolean onItsSide = Math.abs(Math.round(rotation(stream) / 90.0)) % 2 == 1;
    return new VideoInfo(
        onItsSide ? height : width,
        onItsSide ? width : height,
        Math.round(seconds * 1000),
        Math.max(0, ratio(stream.path("avg_frame_rate").asString(""), '/', 0)),
        codec);
  }

  /** Far beyond an int, a width stays too large, and does not become a small one. */
  private static int pixels(double count) {
    return Math.clamp(Math.round(count), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static double rotation(JsonNode stream) {
    for (JsonNode side : stream.path("side_data_list")) {
      if (side.has("rotation")) {
        return side.path("rotation").asDouble(0);
      }
    }
    return number(stream.path("tags").path("rotate"), 0);
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
