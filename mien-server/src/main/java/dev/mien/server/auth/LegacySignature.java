package dev.mien.server.auth;

import dev.mien.server.auth.LegacyAuthException.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A signature of the legacy API: Base64 of the 20 bytes of HMAC-SHA1(SecretKey, original), followed
 * by the original. The original is fields {@code k=v} joined by ampersands, in whatever order the
 * client likes: {@code a} AppId, {@code b} bucket, {@code k} SecretId, {@code t} when it was made,
 * {@code e} when it expires (0: it may be used once), {@code r} a random number; {@code u} and
 * {@code f} mean nothing here.
 */
final class LegacySignature {
  private static final int MAC_BYTES = 20;

  /** Several times what the fields of any client take; bounds the work for a stranger. */
  private static final int CHARACTERS_MAX = 4096;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final byte[] mac;
  private final byte[] original;
  private final Map<String, String> fields;

  private LegacySignature(byte[] mac, byte[] original, Map<String, String> fields) {
    this.mac = mac;
    this.original = original;
    this.fields = fields;
  }

  /** Takes the value of an Authorization header apart. */
  static LegacySignature parse(String header) throws LegacyAuthException {
    if (header.isEmpty()) {
      throw new LegacyAuthException(Refusal.ABSENT);
    }
    byte[] bytes = decode(header);
    if (bytes.length <= MAC_BYTES) {
      throw new LegacyAuthException(Refusal.MALFORMED);
    }
    byte[] original = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
    Map<String, String> fields = new HashMap<>();
    for (String field : new String(original, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals < 1
          || fields.put(field.substring(0, equals), field.substring(equals + 1)) != null) {
        throw new LegacyAuthException(Refusal.MALFORMED);
      }
    }
    return new LegacySignature(Arrays.copyOf(bytes, MAC_BYTES), original, fields);
  }

  private static byte[] decode(String header) throws LegacyAuthException {
    if (header.length() > CHARACTERS_MAX) {
      throw new LegacyAuthException(Refusal.MALFORMED);
    }
    try {
      return Base64.getDecoder().decode(header);
    } catch (IllegalArgumentException e) {
      throw new LegacyAuthException(Refusal.MALFORMED);
    }
  }

  /** Whether it was made with a secret. */
  boolean isMadeWith(byte[] secretKey) {
    return MessageDigest.isEqual(Hashes.hmacSha1(secretKey, original), mac);
  }

  /** A field that must be there. */
  String required(String name) throws LegacyAuthException {
    String value = field(name);
    if (value.isEmpty()) {
      throw new LegacyAuthException(Refusal.MALFORMED);
    }
    return value;
  }

  /** A whole number that must be there. */
  long number(String name) throws LegacyAuthException {
    String value = required(name);
    if (!NUMBER.matcher(value).matches()) {
      throw new LegacyAuthException(Refusal.MALFORMED);
    }
    return Long.parseLong(value);
  }

  /** A field, empty if it is not there. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
