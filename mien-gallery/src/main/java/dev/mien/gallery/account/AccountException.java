package dev.mien.gallery.account;

/**
 * Something about accounts or credentials cannot be done as asked; the message says what to do
 * instead.
 */
public final class AccountException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What cannot be done, for the person who asked. */
  public AccountException(String message) {
    super(message);
  }
}
