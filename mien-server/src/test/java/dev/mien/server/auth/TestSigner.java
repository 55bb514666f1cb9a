package dev.mien.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as a client does; written apart from the code under test. */
public final class TestSigner {
  private TestSigner() {}

  /**
   * The Authorization header of a TC3 request to "/".
   *
   * @param signedHeaders names and values of the headers to sign, host among them
   */
  public static String tc3(
      String secretId,
      String secretKey,
      long timestamp,
      String method,
      String query,
      Map<String, String> signedHeaders,
      byte[] body) {
    Map<String, String> sorted = new TreeMap<>(signedHeaders);
    StringBuilder headers = new StringBuilder();
    sorted.forEach((name, value) -> headers.append(name).append(':').append(value).append('\n'));
    String names = String.join(";", sorted.keySet());
    String date = Instant.ofEpochSecond(timestamp).atOffset(ZoneOffset.UTC).toLocalDate() + "";
    String canonical =
        method + "\n/\n" + query + "\n" + headers + "\n" + names + "\n" + hex(sha256(body));
    String scope = date + "/iai/tc3_request";
    String text =
        "TC3-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + hex(sha256(utf8(canonical)));
    byte[] key = hmac("HmacSHA256", utf8("TC3" + secretKey), date);
    key = hmac("HmacSHA256", hmac("HmacSHA256", key, "iai"), "tc3_request");
    return "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(secretId, scope, names, hex(hmac("HmacSHA256", key, text)));
  }

  /** The Signature parameter of a v1 request to "/". */
  public static String v1(
      String algorithm,
      String secretKey,
      String method,
      String host,
      Map<String, String> parameters) {
    StringBuilder text = new StringBuilder(method + host + "/?");
    new TreeMap<>(parameters)
        .forEach((name, value) -> text.append(name).append('=').append(value).append('&'));
    text.setLength(text.length() - 1);
    return Base64.getEncoder().encodeToString(hmac(algorithm, utf8(secretKey), text.toString()));
  }

  private static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
