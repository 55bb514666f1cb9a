package dev.mien.gallery.account;

import dev.mien.gallery.AccountId;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A credential as a store keeps it.
 *
 * @param secretId names it, over all accounts
 * @param account whose it is
 * @param encryptedKey the secret key as {@link SecretBox} encrypted it, in hexadecimal digits
 * @param state whether it can be used
 * @param createdAt to the millisecond
 */
public record StoredCredential(
    String secretId,
    AccountId account,
    String encryptedKey,
    CredentialState state,
    Instant createdAt) {
  /** Refuses a key that is not hexadecimal with {@link IllegalArgumentException}. */
  public StoredCredential {
    byte[] bytes = HexFormat.of().parseHex(encryptedKey);
    if (bytes.length == 0) {
      throw new IllegalArgumentException("the encrypted key is empty");
    }
  }

  /** The encrypted key's bytes. */
  byte[] encryptedBytes() {
    return HexFormat.of().parseHex(encryptedKey);
  }
}
