package dev.mien.media;

/** Content that the store does not take, because of its {@link MediaLimits}. Nothing was kept. */
public final class MediaRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It is larger than one object may be. */
    TOO_LARGE,
    /** There is no room for it beside what the store holds. */
    STORE_FULL
  }

  private final Reason reason;
  private final long limitBytes;

  MediaRefusedException(Reason reason, long limitBytes) {
    super("%s: the limit is %d bytes".formatted(reason, limitBytes));
    this.reason = reason;
    this.limitBytes = limitBytes;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The limit that it exceeds. */
  public long limitBytes() {
    return limitBytes;
  }
}
