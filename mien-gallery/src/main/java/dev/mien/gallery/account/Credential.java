package dev.mien.gallery.account;

import dev.mien.gallery.AccountId;
import java.time.Instant;

/**
 * A key pair of an account. Keep it off logs: {@link #toString} leaves the key out.
 *
 * @param account whose it is
 * @param secretId the public half, {@code AKID} and 32 letters or digits
 * @param secretKey the secret half, 32 letters or digits
 * @param state whether it can be used; a caller with a disabled one is to be refused
 * @param createdAt to the millisecond
 */
public record Credential(
    AccountId account,
    String secretId,
    String secretKey,
    CredentialState state,
    Instant createdAt) {
  @Override
  public String toString() {
    return "Credential[account=%s, secretId=%s, state=%s]".formatted(account, secretId, state);
  }
}
