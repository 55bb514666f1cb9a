package dev.mien.gallery.account;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets with AES-256-GCM under a key that lies in a file of the data directory. A secret
 * is bound to the name it was encrypted for: under another name it cannot be decrypted.
 *
 * <p>An encrypted secret is a random nonce of 12 bytes, the ciphertext, and a tag of 16 bytes.
 * Thread-safe.
 */
public final class SecretBox {
  /** The key file's name in a data directory. */
  public static final String KEY_FILE = "secrets.key";

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private SecretBox(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * Reads the data directory's key file.
   *
   * @throws StoreException if there is none, or it is not one
   */
  public static SecretBox open(Path dataDirectory) {
    Path file = dataDirectory.resolve(KEY_FILE);
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != KEY_BYTES) {
        throw new StoreException(
            "%s is damaged: it has %d bytes, not %d. Restore it from a backup."
                .formatted(file, bytes.length, KEY_BYTES));
      }
      return new SecretBox(bytes);
    } catch (IOException e) {
      throw new StoreException(
          file + " cannot be read, and no secret key without it. Restore it from a backup.", e);
    }
  }

  /**
   * Reads the data directory's key file, or makes one, which only its owner can read.
   *
   * @throws StoreException if that fails
   */
  public static SecretBox openOrCreate(Path dataDirectory) {
    Path file = dataDirectory.resolve(KEY_FILE);
    if (!Files.exists(file)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      try {
        write(file, key);
      } catch (IOException e) {
        throw new StoreException(file + " cannot be written", e);
      }
    }
    return open(dataDirectory);
  }

  /** The file appears under its name only when it is whole and on the disk. */
  private static void write(Path file, byte[] key) throws IOException {
    Path unfinished = file.resolveSibling(KEY_FILE + ".new");
    Files.deleteIfExists(unfinished);
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(unfinished, options, OwnerOnly.file())) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * A key for another purpose, made of this one by HKDF-SHA256 (RFC 5869): who has it cannot find
   * this one, nor that of a further purpose.
   */
  public SecretKey derive(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "Generic",
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new StoreException("This Java runtime cannot derive keys with HKDF-SHA256", e);
    }
  }

  /** Encrypts a secret for a name. */
  byte[] encrypt(String name, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(nonce.length + ciphertext.length)
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new StoreException("This Java runtime cannot encrypt with " + TRANSFORMATION, e);
    }
  }

  /**
   * Decrypts what was encrypted for a name.
   *
   * @throws StoreException if it was encrypted with another key or for another name, or was changed
   */
  String decrypt(String name, byte[] encrypted) {
    if (encrypted.length < NONCE_BYTES) {
      throw new StoreException("An encrypted secret is damaged: it is too short");
    }
    ByteBuffer buffer = ByteBuffer.wrap(encrypted);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] ciphertext = new byte[buffer.remaining()];
    buffer.get(ciphertext);
    try {
      byte[] secret = cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(ciphertext);
      return new String(secret, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new StoreException(
          "The secret of %s cannot be decrypted: %s is not the key it was encrypted with."
              .formatted(name, KEY_FILE),
          e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
