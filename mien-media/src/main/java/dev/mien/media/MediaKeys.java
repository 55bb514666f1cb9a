package dev.mien.media;

import dev.mien.gallery.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The keys of a store, all made of one by HKDF-SHA256 (RFC 5869), so that none serves two purposes.
 * Thread-safe.
 */
final class MediaKeys {
  private static final String HMAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKey root;
  private final SecretKey addresses;
  private final SecretKey headers;
  private final SecretKey fingerprints;

  /** Of a secret key. */
  MediaKeys(SecretKey root) {
    this.root = root;
    this.addresses = derive(root, HMAC, "mien media addresses", new byte[0]);
    this.headers = derive(root, HMAC, "mien media headers", new byte[0]);
    this.fingerprints = derive(root, HMAC, "mien media fingerprints", new byte[0]);
  }

  /**
   * Makes the address of content. It is keyed: whoever sees the files cannot tell by their names
   * whether a picture that he has is among them.
   */
  Mac addressing() {
    return mac(addresses);
  }

  /** Makes the code that binds a file's header to its address. */
  Mac heading() {
    return mac(headers);
  }

  /** Tells equal contents by equal codes, to whoever has the key alone. */
  Mac fingerprinting() {
    return mac(fingerprints);
  }

  /** The AES-256 key of one file, which no other has. */
  SecretKey file(byte[] salt) {
    return derive(root, "AES", "mien media file", salt);
  }

  /** A key for signing links. */
  static SecretKey links(SecretKey root) {
    return derive(root, HMAC, "mien media links", new byte[0]);
  }

  static Mac mac(SecretKey key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new StoreException("This Java runtime lacks " + HMAC, e);
    }
  }

  private static SecretKey derive(SecretKey root, String algorithm, String purpose, byte[] salt) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(root)
                  .addSalt(salt)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new StoreException("This Java runtime cannot derive keys", e);
    }
  }
}
