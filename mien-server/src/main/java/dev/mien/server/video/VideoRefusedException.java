package dev.mien.server.video;

import static java.util.Objects.requireNonNull;

/** Faces of a video that cannot be told. The message tells sizes, times and formats only. */
public final class VideoRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final VideoProblem problem;
  private final String detail;

  /** With a message of half a sentence. */
  public VideoRefusedException(VideoProblem problem, String detail) {
    super(problem + ": " + detail, null, false, false);
    this.problem = requireNonNull(problem, "problem is null");
    this.detail = requireNonNull(detail, "detail is null");
  }

  public VideoProblem problem() {
    return problem;
  }

  /** What was wrong with it, in English. */
  public String detail() {
    return detail;
  }
}
