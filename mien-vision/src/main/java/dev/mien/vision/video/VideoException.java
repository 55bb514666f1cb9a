package dev.mien.vision.video;

/**
 * A file in which no faces can be looked for. The message names sizes, times and formats only,
 * never contents or paths.
 */
public final class VideoException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Problem {
    /** Not a video, or too broken to be read at all. */
    NOT_A_VIDEO,
    /** A container or codec that is not accepted. */
    FORMAT_NOT_SUPPORTED,
    /** More bytes than allowed. */
    TOO_LARGE,
    /** A longer playing time than allowed. */
    TOO_LONG,
    /** More frames than allowed. */
    TOO_MANY_FRAMES,
    /** A side beyond or below the limits. */
    RESOLUTION_OUT_OF_RANGE,
    /** The stream broke off or decodes to nothing. */
    DECODE_FAILED,
    /** More faces come and go than are kept. */
    TOO_MANY_FACES,
    /** The work did not end within its time. */
    TOO_SLOW,
    /** The work was cancelled. */
    CANCELLED,
    /** The decoder itself cannot be run on this machine. */
    DECODER_MISSING
  }

  private final Problem problem;

  public VideoException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public VideoException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** What is wrong, for choosing an answer. */
  public Problem problem() {
    return problem;
  }
}
