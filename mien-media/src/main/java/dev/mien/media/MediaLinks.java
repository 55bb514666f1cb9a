package dev.mien.media;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * Signs links to items. A link ends in a token that holds the item's id and the time until which it
 * is valid, with an HMAC-SHA256 over both: nobody can make one, or change one, without the key.
 * Thread-safe.
 *
 * <p>A token is 57 bytes in the Base64 of URLs, 76 characters without padding: 1 byte version, 16
 * bytes id, 8 bytes seconds since 1970, 32 bytes code.
 */
public final class MediaLinks {
  /** The path before the token. */
  public static final String PATH = "/media/";

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{76}");
  private static final byte VERSION = 1;
  private static final int SIGNED_BYTES = 1 + MediaId.BYTES + Long.BYTES;

  private final String base;
  private final SecretKey key;
  private final Duration lifetime;
  private final Clock clock;

  /**
   * Links under an address.
   *
   * @param base where clients reach the server, such as {@code https://faces.example.com}
   * @param root the secret from which the signing key is made
   * @param lifetime how long a link is valid, unless its item expires before
   */
  public MediaLinks(URI base, SecretKey root, Duration lifetime, Clock clock) {
    this.base = base.toString().replaceAll("/+$", "");
    this.key = MediaKeys.links(root);
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** The time when a duration from now has passed, by the clock that judges links. */
  public Instant after(Duration duration) {
    return clock.instant().plus(duration);
  }

  /** A link to an item that is valid as long as links are. */
  public String link(MediaItem item) {
    return link(item, lifetime);
  }

  /** A link to an item that is valid for a time, at most as long as there is the item. */
  public String link(MediaItem item, Duration time) {
    Instant longest = clock.instant().plus(time);
    return link(item.id(), item.expiresAt().filter(longest::isAfter).orElse(longest));
  }

  /** A link to an item that is valid until a time, in whole seconds. */
  public String link(MediaId id, Instant until) {
    byte[] signed =
        ByteBuffer.allocate(SIGNED_BYTES)
            .put(VERSION)
            .put(id.bytes())
            .putLong(until.getEpochSecond())
            .array();
    byte[] code = code(signed);
    byte[] token = ByteBuffer.allocate(signed.length + code.length).put(signed).put(code).array();
    return base + PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The item that a token gives access to now; empty if it is forged, changed or expired. */
  public Optional<MediaId> verify(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    byte[] signed = Arrays.copyOf(bytes, SIGNED_BYTES);
    byte[] code = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
    if (!MessageDigest.isEqual(code, code(signed))) {
      return Optional.empty();
    }
    ByteBuffer fields = ByteBuffer.wrap(signed);
    byte version = fields.get();
    byte[] id = new byte[MediaId.BYTES];
    fields.get(id);
    boolean valid =
        version == VERSION && clock.instant().isBefore(Instant.ofEpochSecond(fields.getLong()));
    return valid ? Optional.of(MediaId.of(id)) : Optional.empty();
  }

  private byte[] code(byte[] signed) {
    return MediaKeys.mac(key).doFinal(signed);
  }
}
