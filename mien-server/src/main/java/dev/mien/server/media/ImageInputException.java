package dev.mien.server.media;

import static java.util.Objects.requireNonNull;

/** A request's picture cannot be used. The message tells sizes and formats, never contents. */
public final class ImageInputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ImageProblem problem;

  public ImageInputException(ImageProblem problem, String message) {
    super(message);
    this.problem = requireNonNull(problem, "problem is null");
  }

  public ImageProblem problem() {
    return problem;
  }
}
