package dev.mien.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.protocol.ApiException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked examples of the API's own documents. */
final class PublishedExamplesTest {
  private static final String SECRET_ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
  private static final String SECRET_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

  /** The document prints the hash of its canonical request; its key is masked. */
  @Test
  void theCanonicalRequestOfMethodThreeHasThePublishedHash() throws ApiException {
    SignedRequest request = methodThree("unnamed", "AKIDEXAMPLE", "0");
    Tc3Authorization authorization = Tc3Authorization.parse(request.headerOrEmpty("authorization"));
    assertThat(Tc3Signature.canonicalRequests(request, authorization, Set.of()))
        .extracting(Hashes::sha256Hex)
        .contains("2815843035062fffda5fd6f2a44ea8a34818b0dc46f024b8b3786976a3adda7a");
  }

  @Test
  void thePublishedSignatureOfMethodThreeIsAccepted() throws ApiException {
    SignedRequest request =
        methodThree(
            "\\u672a\\u547d\\u540d",
            SECRET_ID,
            "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    assertThat(authenticator(1551113065).authenticateTc3(request)).isEqualTo(AuthFixture.ACCOUNT);
  }

  @Test
  void thePublishedSignatureOfMethodOneIsAccepted() throws ApiException {
    String query =
        "Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20&Nonce=11886&Offset=0"
            + "&Region=ap-guangzhou&SecretId="
            + SECRET_ID
            + "&Signature=EliP9YW3pW28FpsEdkXt%2F%2BWcGeI%3D&Timestamp=1465185768"
            + "&Version=2017-03-12";
    SignedRequest request =
        new SignedRequest(
            "GET", "/", query, Map.of("host", List.of("cvm.tencentcloudapi.com")), new byte[0]);
    assertThat(authenticator(1465185768).authenticateV1(request, AuthFixture.parameters(request)))
        .isEqualTo(AuthFixture.ACCOUNT);
  }

  private static SignedRequest methodThree(String name, String secretId, String signature) {
    String body =
        "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"%s\"], \"Name\": \"instance-name\"}]}"
            .formatted(name);
    return new SignedRequest(
        "POST",
        "/",
        "",
        Map.of(
            "host", List.of("cvm.tencentcloudapi.com"),
            "content-type", List.of("application/json; charset=utf-8"),
            "x-tc-timestamp", List.of("1551113065"),
            "authorization",
                List.of(
                    "TC3-HMAC-SHA256 Credential=%s/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=%s"
                        .formatted(secretId, signature))),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static Authenticator authenticator(long nowSeconds) {
    return AuthFixture.authenticator(
        AuthFixture.credential(SECRET_ID, SECRET_KEY),
        AuthFixture.RULES,
        Instant.ofEpochSecond(nowSeconds));
  }
}
