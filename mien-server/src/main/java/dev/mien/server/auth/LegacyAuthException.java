package dev.mien.server.auth;

import static java.util.Objects.requireNonNull;

/** A request of the legacy API is not authentic. It has no stack trace: it is an answer. */
public final class LegacyAuthException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  LegacyAuthException(Refusal refusal) {
    super(refusal.name(), null, false, false);
    this.refusal = requireNonNull(refusal, "refusal is null");
  }

  /** What is wrong with it. */
  public Refusal refusal() {
    return refusal;
  }

  /** What can be wrong with a signature. */
  public enum Refusal {
    /** There is none. */
    ABSENT,
    /** It cannot be taken apart, or lacks a field. */
    MALFORMED,
    /** No active key has its SecretId. */
    SECRET_ID_UNKNOWN,
    /** It was not made with the key's secret. */
    WRONG,
    /** Its AppId is no account's. */
    APP_ID_UNKNOWN,
    /** Its AppId is not that of the key's account. */
    APP_ID_OF_ANOTHER,
    /** Its time is over. */
    EXPIRED,
    /** It may be used once, and was. */
    REPEATED,
    /** Too many signatures for one use are remembered already. */
    BUSY
  }
}
