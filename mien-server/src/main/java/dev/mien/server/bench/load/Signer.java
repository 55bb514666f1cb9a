package dev.mien.server.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as the official SDKs do. Written apart from the server's own code, as a client is.
 * Thread-safe.
 *
 * @param keys whose requests they are
 * @param host with the port, as it will be sent
 */
record Signer(ChildServer.Keys keys, String host) {
  /** What TC3 signatures of this client cover. */
  static final String CONTENT_TYPE = "application/json";

  private static final String SIGNED_HEADERS = "content-type;host";
  private static final String TERMINATION = "tc3_request";
  private static final long LEGACY_VALID_SECONDS = 300;

  /**
   * The Authorization header of a POST to "/" with TC3-HMAC-SHA256.
   *
   * @param bodyHash the body's SHA-256, in hexadecimal
   */
  String tc3(String service, String bodyHash, Instant now) {
    String date = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
    String canonical =
        String.join(
            "\n",
            "POST",
            "/",
            "",
            "content-type:" + CONTENT_TYPE,
            "host:" + host,
            "",
            SIGNED_HEADERS,
            bodyHash);
    String scope = String.join("/", date, service, TERMINATION);
    String text =
        String.join(
            "\n",
            "TC3-HMAC-SHA256",
            Long.toString(now.getEpochSecond()),
            scope,
            sha256(canonical.getBytes(UTF_8)));
    byte[] key = ("TC3" + keys.secretKey()).getBytes(UTF_8);
    for (String part : new String[] {date, service, TERMINATION}) {
      key = hmac("HmacSHA256", key, part);
    }
    return "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(
            keys.secretId(),
            scope,
            SIGNED_HEADERS,
            HexFormat.of().formatHex(hmac("HmacSHA256", key, text)));
  }

  /** The Authorization header of the legacy API. */
  String legacy(Instant now) {
    long seconds = now.getEpochSecond();
    String fields =
        "a=%d&b=&k=%s&t=%d&e=%d"
            .formatted(keys.appId(), keys.secretId(), seconds, seconds + LEGACY_VALID_SECONDS);
    ByteArrayOutputStream signature = new ByteArrayOutputStream();
    signature.writeBytes(hmac("HmacSHA1", keys.secretKey().getBytes(UTF_8), fields));
    signature.writeBytes(fields.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(signature.toByteArray());
  }

  private static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
