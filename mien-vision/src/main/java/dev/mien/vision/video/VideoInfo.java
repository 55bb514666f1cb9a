package dev.mien.vision.video;

/**
 * What a video's header says of its picture stream.
 *
 * @param width pixels as displayed: rotation and pixel aspect applied
 * @param height pixels as displayed
 * @param durationMillis playing time; 0 when the header does not tell
 * @param framesPerSecond mean frame rate; 0 when the header does not tell
 * @param codec such as "h264"
 */
public record VideoInfo(
    int width, int height, long durationMillis, double framesPerSecond, String codec) {

  public VideoInfo {
    if (width < 1 || height < 1 || durationMillis < 0 || !(framesPerSecond >= 0)) {
      throw new IllegalArgumentException("a video of " + width + " x " + height);
    }
  }
}
