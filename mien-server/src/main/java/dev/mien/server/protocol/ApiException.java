package dev.mien.server.protocol;

import static java.util.Objects.requireNonNull;

/**
 * A request that cannot be fulfilled, with the code and message its client gets. It says nothing of
 * the server's inside, and it has no stack trace: it is an answer, not a fault.
 */
public final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final transient Object[] arguments;

  /**
   * An answer with an error.
   *
   * @param code an entry of a catalogue
   * @param arguments what its message's pattern asks for, in order
   */
  public ApiException(ErrorCode code, Object... arguments) {
    super(code.code() + ": " + code.message(Language.ENGLISH, arguments), null, false, false);
    this.code = requireNonNull(code, "code is null");
    this.arguments = arguments.clone();
  }

  public ErrorCode code() {
    return code;
  }

  /** The message in the client's language. */
  public String message(Language language) {
    return code.message(language, arguments);
  }
}
