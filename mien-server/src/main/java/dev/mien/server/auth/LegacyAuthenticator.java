package dev.mien.server.auth;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.server.auth.LegacyAuthException.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;

/** Decides whose a request of the legacy API is. Safe for use by many threads. */
public final class LegacyAuthenticator {

  /**
   * Who signed, and for what.
   *
   * @param account the account of the key and the AppId
   * @param bucket the bucket signed for, empty if none
   */
  public record Signer(AccountId account, String bucket) {}

  private final Credentials credentials;
  private final Predicate<AccountId> accounts;
  private final Duration onceWithin;
  private final InstantSource clock;
  private final ReplayMemory replays;

  /**
   * Decides by these keys.
   *
   * @param accounts whether an account exists
   * @param rules a signature for one use must be at most {@link AuthRules#maxSkew} old or early,
   *     and is remembered that long
   */
  public LegacyAuthenticator(
      Credentials credentials,
      Predicate<AccountId> accounts,
      AuthRules rules,
      InstantSource clock) {
    this.credentials = credentials;
    this.accounts = accounts;
    this.onceWithin = rules.maxSkew();
    this.clock = clock;
    this.replays = new ReplayMemory(rules.maxSkew().toSeconds(), rules.replayEntries());
  }

  /**
   * Who made a signature. Nothing is said of accounts to somebody without a key.
   *
   * @param header the value of the Authorization header, empty if it is absent
   */
  public Signer authenticate(String header) throws LegacyAuthException {
    LegacySignature signature = LegacySignature.parse(header);
    long appId = signature.number("a");
    long madeAt = signature.number("t");
    long expiresAt = signature.number("e");
    Credential credential =
        credentials
            .find(signature.required("k"))
            .filter(found -> found.state() == CredentialState.ACTIVE)
            .orElseThrow(() -> new LegacyAuthException(Refusal.SECRET_ID_UNKNOWN));
    if (!signature.isMadeWith(secretOf(credential))) {
      throw new LegacyAuthException(Refusal.WRONG);
    }
    if (appId != credential.account().appId()) {
      boolean exists = appId > 0 && accounts.test(new AccountId(appId));
      throw new LegacyAuthException(exists ? Refusal.APP_ID_OF_ANOTHER : Refusal.APP_ID_UNKNOWN);
    }
    long now = clock.instant().getEpochSecond();
    if (expiresAt == 0) {
      requireFirstUse(credential.secretId() + "/" + signature.field("r"), madeAt, now);
    } else if (expiresAt < now) {
      throw new LegacyAuthException(Refusal.EXPIRED);
    }
    return new Signer(credential.account(), signature.field("b"));
  }

  /** What is older than the memory reaches back could have been used before. */
  private void requireFirstUse(String key, long madeAt, long now) throws LegacyAuthException {
    if (Math.abs(now - madeAt) > onceWithin.toSeconds()) {
      throw new LegacyAuthException(Refusal.EXPIRED);
    }
    switch (replays.remember(key, madeAt, now)) {
      case FIRST -> {}
      case REPEATED -> throw new LegacyAuthException(Refusal.REPEATED);
      case FULL -> throw new LegacyAuthException(Refusal.BUSY);
    }
  }

  private static byte[] secretOf(Credential credential) {
    return credential.secretKey().getBytes(StandardCharsets.UTF_8);
  }
}
