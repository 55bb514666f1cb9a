package dev.mien.server.auth;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks TC3-HMAC-SHA256 signatures.
 *
 * <p>Clients differ in what they sign: the host with or without its port, the path or always "/",
 * header values as sent or in lower case. A signature is good if it fits any of these readings;
 * each reading still binds the signature to this server's host, the content and the secret.
 */
final class Tc3Signature {
  /** Sent as X-TC-Content-SHA256 by clients that leave the body out of the signature. */
  static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

  private Tc3Signature() {}

  /**
   * Whether the signature is that of the secret key over the request.
   *
   * @throws ApiException {@code AuthFailure.InvalidAuthorization} if a signed header is missing or
   *     occurs more than once
   */
  static boolean matches(
      SignedRequest request,
      Tc3Authorization authorization,
      String timestamp,
      String secretKey,
      Set<String> publicHosts)
      throws ApiException {
    byte[] signingKey = signingKey(secretKey, authorization);
    boolean matches = false;
    for (String canonical : canonicalRequests(request, authorization, publicHosts)) {
      String expected = sign(signingKey, timestamp, authorization, canonical);
      matches |= Hashes.equalInConstantTime(expected, authorization.signature());
    }
    return matches;
  }

  /** Every reading of the request: at most 8 for each host name. */
  static Set<String> canonicalRequests(
      SignedRequest request, Tc3Authorization authorization, Set<String> publicHosts)
      throws ApiException {
    String payloadHash = payloadHash(request);
    Set<String> readings = new LinkedHashSet<>();
    for (String headers : canonicalHeaders(request, authorization.signedHeaders(), publicHosts)) {
      for (String path : List.of(request.path(), "/")) {
        readings.add(
            String.join(
                "\n",
                request.method(),
                path,
                request.query(),
                headers,
                String.join(";", authorization.signedHeaders()),
                payloadHash));
      }
    }
    return readings;
  }

  private static String sign(
      byte[] signingKey, String timestamp, Tc3Authorization authorization, String canonical) {
    String stringToSign =
        String.join(
            "\n",
            Tc3Authorization.ALGORITHM,
            timestamp,
            authorization.scope(),
            Hashes.sha256Hex(canonical));
    return HexFormat.of().formatHex(Hashes.hmacSha256(signingKey, stringToSign));
  }

  private static byte[] signingKey(String secretKey, Tc3Authorization authorization) {
    byte[] seed = ("TC3" + secretKey).getBytes(StandardCharsets.UTF_8);
    byte[] dateKey = Hashes.hmacSha256(seed, authorization.date());
    byte[] serviceKey = Hashes.hmacSha256(dateKey, authorization.service());
    return Hashes.hmacSha256(serviceKey, Tc3Authorization.TERMINATION);
  }

  private static String payloadHash(SignedRequest request) {
    return request.headerOrEmpty("x-tc-content-sha256").equals(UNSIGNED_PAYLOAD)
        ? Hashes.sha256Hex(UNSIGNED_PAYLOAD)
        : Hashes.sha256Hex(request.body());
  }

  /** Every reading of the signed headers, each ending in a line feed. */
  private static Set<String> canonicalHeaders(
      SignedRequest request, List<String> names, Set<String> publicHosts) throws ApiException {
    for (String name : names) {
      if (request.headers().getOrDefault(name, List.of()).size() != 1) {
        throw new ApiException(
            CommonError.AUTHORIZATION_INVALID, "each signed header must be sent exactly once");
      }
    }
    Set<String> readings = new LinkedHashSet<>();
    for (String host : HostNames.candidates(request.headerOrEmpty("host"), publicHosts)) {
      for (boolean lowerContentType : new boolean[] {false, true}) {
        for (boolean lowerOthers : new boolean[] {false, true}) {
          readings.add(reading(request, names, host, lowerContentType, lowerOthers));
        }
      }
    }
    return readings;
  }

  private static String reading(
      SignedRequest request,
      List<String> names,
      String host,
      boolean lowerContentType,
      boolean lowerOthers) {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      String value = request.headerOrEmpty(name);
      String read =
          switch (name) {
            case "host" -> host;
            case "content-type" -> lowerContentType ? value.toLowerCase(Locale.ROOT) : value;
            default -> lowerOthers ? value.toLowerCase(Locale.ROOT) : value;
          };
      lines.append(name).append(':').append(read).append('\n');
    }
    return lines.toString();
  }
}
