package dev.mien.server.auth;

import static java.util.Objects.requireNonNull;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The Authorization header of TC3-HMAC-SHA256, taken apart.
 *
 * @param secretId which key signed
 * @param date the date of the credential scope, {@code yyyy-MM-dd}
 * @param service the service of the credential scope; clients derive it from their endpoint, so it
 *     may be any text and only serves to derive the signing key
 * @param signedHeaders the names of the headers that are signed, in lower case, in their order
 * @param signature in lower-case hexadecimal
 */
record Tc3Authorization(
    String secretId, String date, String service, List<String> signedHeaders, String signature) {
  static final String ALGORITHM = "TC3-HMAC-SHA256";
  static final String TERMINATION = "tc3_request";

  /** More headers than any client signs. */
  private static final int MAX_SIGNED_HEADERS = 32;

  Tc3Authorization {
    requireNonNull(secretId, "secretId is null");
    requireNonNull(date, "date is null");
    requireNonNull(service, "service is null");
    signedHeaders = List.copyOf(signedHeaders);
    requireNonNull(signature, "signature is null");
  }

  /**
   * Reads a header's value. Lenient about spaces and order, which differ between clients.
   *
   * @throws ApiException {@code AuthFailure.InvalidAuthorization} if a part is missing or malformed
   */
  static Tc3Authorization parse(String header) throws ApiException {
    if (!header.startsWith(ALGORITHM + " ")) {
      throw malformed("expected " + ALGORITHM);
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : header.substring(ALGORITHM.length()).split(",", 8)) {
      int equals = part.indexOf('=');
      if (equals < 0
          || parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip())
              != null) {
        throw malformed("expected Credential, SignedHeaders and Signature");
      }
    }
    String[] scope = part(parts, "Credential").split("/", -1);
    if (scope.length < 4 || !scope[scope.length - 1].equals(TERMINATION)) {
      throw malformed("Credential needs SecretId/Date/service/" + TERMINATION);
    }
    // What lies between the date and the end is the service, even if it has a slash.
    String service = String.join("/", List.of(scope).subList(2, scope.length - 1));
    return new Tc3Authorization(
        scope[0],
        scope[1],
        service,
        signedHeaders(part(parts, "SignedHeaders")),
        part(parts, "Signature").toLowerCase(Locale.ROOT));
  }

  /** What stands between the timestamp and the hash in the string to sign. */
  String scope() {
    return date + "/" + service + "/" + TERMINATION;
  }

  private static List<String> signedHeaders(String text) throws ApiException {
    List<String> names = List.of(text.toLowerCase(Locale.ROOT).split(";", -1));
    if (names.size() > MAX_SIGNED_HEADERS
        || !names.contains("host")
        || !names.contains("content-type")) {
      throw malformed("SignedHeaders needs content-type and host");
    }
    return names;
  }

  private static String part(Map<String, String> parts, String name) throws ApiException {
    String value = parts.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw malformed(name + " is missing");
    }
    return value;
  }

  private static ApiException malformed(String reason) {
    return new ApiException(CommonError.AUTHORIZATION_INVALID, reason);
  }
}
