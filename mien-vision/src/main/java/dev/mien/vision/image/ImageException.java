package dev.mien.vision.image;

/** Bytes that are no usable picture. The message names sizes and formats only, never contents. */
public final class ImageException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the bytes. */
  public enum Problem {
    /** There are none. */
    EMPTY,
    /** No picture format is recognised. */
    NOT_AN_IMAGE,
    /** A picture of a format that is not accepted: GIF, WebP, TIFF, … */
    FORMAT_NOT_SUPPORTED,
    /** An accepted format, but truncated or corrupt. */
    DECODE_FAILED,
    /** A side is longer than the limit of its format. */
    RESOLUTION_TOO_HIGH,
    /** A side is shorter than the limit. */
    RESOLUTION_TOO_LOW,
    /** Decoding it would take, or took, longer than allowed. */
    TOO_SLOW
  }

  private final Problem problem;

  public ImageException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public ImageException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** What is wrong, for choosing an answer. */
  public Problem problem() {
    return problem;
  }
}
