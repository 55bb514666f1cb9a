package dev.mien.server.auth;

import dev.mien.server.protocol.TextParameter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks signatures of the older method, HmacSHA1 or HmacSHA256 over sorted parameters. */
final class V1Signature {
  static final String SIGNATURE = "Signature";

  private V1Signature() {}

  /**
   * Whether a signature is that of the secret key over the request's parameters.
   *
   * @param parameters all parameters as sent, decoded
   * @param sha256 HmacSHA256 instead of HmacSHA1
   * @param signature in Base64
   */
  static boolean matches(
      SignedRequest request,
      List<TextParameter> parameters,
      boolean sha256,
      String signature,
      String secretKey,
      Set<String> publicHosts) {
    String sorted =
        parameters.stream()
            .filter(parameter -> !parameter.name().equals(SIGNATURE))
            .sorted(Comparator.comparing(TextParameter::name))
            .map(parameter -> parameter.name() + "=" + parameter.value())
            .collect(Collectors.joining("&"));
    byte[] key = secretKey.getBytes(StandardCharsets.UTF_8);
    boolean matches = false;
    for (String host : HostNames.candidates(request.headerOrEmpty("host"), publicHosts)) {
      for (String path : List.of(request.path(), "/")) {
        String plain = request.method() + host + path + "?" + sorted;
        byte[] mac = sha256 ? Hashes.hmacSha256(key, plain) : Hashes.hmacSha1(key, plain);
        String expected = Base64.getEncoder().encodeToString(mac);
        matches |= Hashes.equalInConstantTime(expected, signature);
      }
    }
    return matches;
  }
}
