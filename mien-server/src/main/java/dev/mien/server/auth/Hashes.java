package dev.mien.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests that signatures are made of; every Java runtime has them. */
final class Hashes {
  private Hashes() {}

  static byte[] hmacSha256(byte[] key, String text) {
    return hmac("HmacSHA256", key, text);
  }

  static byte[] hmacSha1(byte[] key, String text) {
    return hmac("HmacSHA1", key, text);
  }

  static byte[] hmacSha1(byte[] key, byte[] message) {
    return hmac("HmacSHA1", key, message);
  }

  /** The SHA-256 of bytes in lower-case hexadecimal. */
  static String sha256Hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256", e);
    }
  }

  static String sha256Hex(String text) {
    return sha256Hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether two texts are equal, in a time that does not depend on where they differ. */
  static boolean equalInConstantTime(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(String algorithm, byte[] key, String text) {
    return hmac(algorithm, key, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks " + algorithm, e);
    }
  }
}
