package dev.mien.gallery;

/**
 * Names an account; the wire calls it AppId.
 *
 * @param appId a positive number
 */
public record AccountId(long appId) {
  /** Refuses numbers below 1 with {@link IllegalArgumentException}. */
  public AccountId {
    if (appId < 1) {
      throw new IllegalArgumentException("appId is not positive: " + appId);
    }
  }

  @Override
  public String toString() {
    return Long.toString(appId);
  }
}
