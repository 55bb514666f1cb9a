package dev.mien.server.fetch;

import static java.util.Objects.requireNonNull;

/** A download that was refused or failed. The message names no address that was not given. */
public final class FetchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why there is no content. */
  public enum Problem {
    /** Not an absolute http or https URL of a host, or one with credentials. */
    URL_NOT_ALLOWED,
    /** The host is, or resolves to, an address that downloads must not reach. */
    ADDRESS_NOT_ALLOWED,
    /** The name does not resolve, or no connection or TLS session comes about. */
    UNREACHABLE,
    /** The server answered something other than the content. */
    BAD_RESPONSE,
    /** The content is larger than allowed. */
    TOO_LARGE,
    /** It took longer than allowed. */
    TOO_SLOW,
    /** As many downloads as allowed are running. */
    BUSY
  }

  private final Problem problem;

  FetchException(Problem problem, String message) {
    super(message);
    this.problem = requireNonNull(problem, "problem is null");
  }

  public Problem problem() {
    return problem;
  }
}
