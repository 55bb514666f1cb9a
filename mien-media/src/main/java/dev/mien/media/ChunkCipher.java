package dev.mien.media;

import dev.mien.gallery.StoreException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM over the chunks of one file. A chunk's number is its nonce, which is safe because no
 * two files have the same key and a file is written once.
 */
final class ChunkCipher {
  private static final int NONCE_BYTES = 12;

  private final SecretKey key;

  ChunkCipher(SecretKey key) {
    this.key = key;
  }

  /** The chunk's ciphertext with its tag. */
  byte[] encrypt(long chunk, byte[] content, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, chunk).doFinal(content, 0, length);
    } catch (GeneralSecurityException e) {
      throw new StoreException("This Java runtime cannot encrypt with AES-GCM", e);
    }
  }

  /**
   * The chunk's content.
   *
   * @throws StoreException if one bit of it is not as it was written
   */
  byte[] decrypt(long chunk, byte[] encrypted) {
    try {
      return cipher(Cipher.DECRYPT_MODE, chunk).doFinal(encrypted);
    } catch (AEADBadTagException e) {
      throw new StoreException(
          "A file of the media store is damaged: its chunk %d was changed".formatted(chunk), e);
    } catch (GeneralSecurityException e) {
      throw new StoreException("This Java runtime cannot decrypt AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, long chunk) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE_BYTES).putLong(NONCE_BYTES - Long.BYTES, chunk).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(SealedHeader.TAG_BYTES * Byte.SIZE, nonce));
    return cipher;
  }
}
