package dev.mien.models.convert;

/** A graph cannot be converted; the message names the node, its operator and what is missing. */
public final class ConversionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConversionException(String message) {
    super(message);
  }

  public ConversionException(String message, Throwable cause) {
    super(message, cause);
  }
}
