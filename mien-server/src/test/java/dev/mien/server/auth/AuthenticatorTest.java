package dev.mien.server.auth;

import static dev.mien.server.auth.AuthFixture.RECORDED;
import static dev.mien.server.auth.AuthFixture.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticatorTest {
  private static final long SIGNED_AT = 1795227060L;
  private static final String HOST = "mien.example:8600";

  @ParameterizedTest
  @CsvSource({"-300, true", "300, true", "-301, false", "301, false"})
  void aTimestampMayDifferByFiveMinutesAndNoSecondMore(long skewSeconds, boolean accepted)
      throws ApiException {
    Authenticator authenticator = authenticatorAt(SIGNED_AT + skewSeconds);
    if (accepted) {
      assertThat(authenticator.authenticateTc3(tc3())).isEqualTo(AuthFixture.ACCOUNT);
      assertThat(authenticateV1(authenticator, v1("1"))).isEqualTo(AuthFixture.ACCOUNT);
    } else {
      assertRefused(() -> authenticator.authenticateTc3(tc3()), CommonError.SIGNATURE_EXPIRED);
      assertRefused(() -> authenticateV1(authenticator, v1("1")), CommonError.SIGNATURE_EXPIRED);
    }
  }

  @Test
  void theSameNonceIsRefusedForAsLongAsItsTimestampIsFresh() throws ApiException {
    Authenticator authenticator = authenticatorAt(SIGNED_AT);
    authenticateV1(authenticator, v1("77"));
    assertRefused(() -> authenticateV1(authenticator, v1("77")), CommonError.SIGNATURE_REPEATED);
    assertThat(authenticateV1(authenticator, v1("78"))).isEqualTo(AuthFixture.ACCOUNT);
  }

  @Test
  void aRequestWithAWrongSignatureDoesNotUseUpItsNonce() throws ApiException {
    Authenticator authenticator = authenticatorAt(SIGNED_AT);
    SignedRequest forged = Requests.with(v1("77"), "host", "elsewhere:1");
    assertRefused(() -> authenticateV1(authenticator, forged), CommonError.SIGNATURE_WRONG);
    assertThat(authenticateV1(authenticator, v1("77"))).isEqualTo(AuthFixture.ACCOUNT);
  }

  @Test
  void aFullReplayMemoryRefusesInsteadOfForgetting() throws ApiException {
    AuthRules one = new AuthRules(Duration.ofMinutes(5), Set.of(), 1, false);
    Authenticator authenticator =
        AuthFixture.authenticator(RECORDED, one, Instant.ofEpochSecond(SIGNED_AT));
    authenticateV1(authenticator, v1("1"));
    assertRefused(() -> authenticateV1(authenticator, v1("2")), CommonError.REQUEST_LIMIT_EXCEEDED);
  }

  @Test
  void equalTc3RequestsAreAcceptedUnlessTheOperatorForbidsThem() throws ApiException {
    Authenticator lenient = authenticatorAt(SIGNED_AT);
    lenient.authenticateTc3(tc3());
    assertThat(lenient.authenticateTc3(tc3())).isEqualTo(AuthFixture.ACCOUNT);

    AuthRules strictRules = new AuthRules(Duration.ofMinutes(5), Set.of(), 10, true);
    Authenticator strict =
        AuthFixture.authenticator(RECORDED, strictRules, Instant.ofEpochSecond(SIGNED_AT));
    strict.authenticateTc3(tc3());
    assertRefused(() -> strict.authenticateTc3(tc3()), CommonError.SIGNATURE_REPEATED);
  }

  @Test
  void aDisabledKeyIsAsGoodAsNone() {
    Credential disabled =
        new Credential(
            AuthFixture.ACCOUNT,
            RECORDED.secretId(),
            RECORDED.secretKey(),
            CredentialState.DISABLED,
            Instant.EPOCH);
    Authenticator authenticator =
        AuthFixture.authenticator(disabled, RULES, Instant.ofEpochSecond(SIGNED_AT));
    assertRefused(() -> authenticator.authenticateTc3(tc3()), CommonError.SECRET_ID_NOT_FOUND);
  }

  @Test
  void anUnknownKeyIsNotFoundAndAnImpossibleOneIsInvalid() {
    assertRefused(
        () -> authenticatorAt(SIGNED_AT).authenticateTc3(tc3With("AKIDunknown", "x")),
        CommonError.SECRET_ID_NOT_FOUND);
    assertRefused(
        () -> authenticatorAt(SIGNED_AT).authenticateTc3(tc3With("no id", "x")),
        CommonError.SECRET_ID_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SKIP",
        "Bearer x",
        "TC3-HMAC-SHA256",
        "TC3-HMAC-SHA256 Credential=a/b/c/tc3_request, SignedHeaders=content-type;host",
        "TC3-HMAC-SHA256 Credential=a/b/tc3_request, SignedHeaders=content-type;host, Signature=0",
        "TC3-HMAC-SHA256 Credential=a/b/c/x, SignedHeaders=content-type;host, Signature=0",
        "TC3-HMAC-SHA256 Credential=a/b/c/tc3_request, SignedHeaders=host, Signature=0",
        "TC3-HMAC-SHA256 Credential=a/b/c/tc3_request, SignedHeaders=content-type, Signature=0",
        "TC3-HMAC-SHA256 Signature=1, Credential=a/b/c/tc3_request, SignedHeaders=content-type;host"
            + ", Signature=0"
      })
  void aMalformedAuthorizationIsRefused(String header) {
    assertRefused(
        () ->
            authenticatorAt(SIGNED_AT)
                .authenticateTc3(Requests.with(tc3(), "authorization", header)),
        CommonError.AUTHORIZATION_INVALID);
  }

  @Test
  void spacesInTheAuthorizationDoNotMatter() throws ApiException {
    String spaced =
        tc3().headerOrEmpty("authorization").replace("256 ", "256   ").replace(", ", "  ,");
    SignedRequest request = Requests.with(tc3(), "authorization", spaced);
    assertThat(authenticatorAt(SIGNED_AT).authenticateTc3(request)).isEqualTo(AuthFixture.ACCOUNT);
  }

  @Test
  void aSignedHeaderThatIsMissingOrRepeatedIsRefused() {
    Authenticator authenticator = authenticatorAt(SIGNED_AT);
    assertRefused(
        () -> authenticator.authenticateTc3(Requests.without(tc3(), "content-type")),
        CommonError.AUTHORIZATION_INVALID);
    assertRefused(
        () -> authenticator.authenticateTc3(Requests.with(tc3(), "content-type", "a", "a")),
        CommonError.AUTHORIZATION_INVALID);
  }

  @Test
  void everyPartThatIsSignedIsBoundToTheSignature() {
    Authenticator authenticator = authenticatorAt(SIGNED_AT);
    assertRefused(
        () -> authenticator.authenticateTc3(Requests.with(tc3(), "content-type", "text/json")),
        CommonError.SIGNATURE_WRONG);
    assertRefused(
        () -> authenticator.authenticateTc3(Requests.withMethod(tc3(), "GET")),
        CommonError.SIGNATURE_WRONG);
    assertRefused(
        () -> authenticator.authenticateTc3(Requests.withQuery(tc3(), "a=1")),
        CommonError.SIGNATURE_WRONG);
    assertRefused(
        () ->
            authenticator.authenticateTc3(
                Requests.with(tc3(), "x-tc-timestamp", Long.toString(SIGNED_AT + 1))),
        CommonError.SIGNATURE_WRONG);
  }

  @Test
  void theScopesDateMustBeTheTimestampsInUtc() {
    String yesterday = tc3().headerOrEmpty("authorization").replace("/2026-11-21/", "/2026-11-20/");
    assertRefused(
        () ->
            authenticatorAt(SIGNED_AT)
                .authenticateTc3(Requests.with(tc3(), "authorization", yesterday)),
        CommonError.SIGNATURE_WRONG);
  }

  @Test
  void theActionMayBeSignedInLowerCase() throws ApiException {
    Map<String, String> signed =
        Map.of("host", HOST, "content-type", "application/json", "x-tc-action", "getgrouplist");
    SignedRequest request =
        Requests.with(
            Requests.with(tc3(), "x-tc-action", "GetGroupList"),
            "authorization",
            sign(RECORDED.secretId(), RECORDED.secretKey(), signed));
    assertThat(authenticatorAt(SIGNED_AT).authenticateTc3(request)).isEqualTo(AuthFixture.ACCOUNT);
  }

  @Test
  void aConfiguredPublicHostMayBeSignedInsteadOfTheOneThatArrives() throws ApiException {
    SignedRequest behindProxy = Requests.with(tc3(), "host", "10.0.0.7:8600");
    assertRefused(
        () -> authenticatorAt(SIGNED_AT).authenticateTc3(behindProxy), CommonError.SIGNATURE_WRONG);
    AuthRules rules = new AuthRules(Duration.ofMinutes(5), Set.of(HOST), 10, false);
    Authenticator knowing =
        AuthFixture.authenticator(RECORDED, rules, Instant.ofEpochSecond(SIGNED_AT));
    assertThat(knowing.authenticateTc3(behindProxy)).isEqualTo(AuthFixture.ACCOUNT);
  }

  @Test
  void aPathInTheEndpointIsNotPartOfATc3Signature() throws ApiException {
    assertThat(authenticatorAt(SIGNED_AT).authenticateTc3(Requests.withPath(tc3(), "/iai")))
        .isEqualTo(AuthFixture.ACCOUNT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Signature", "SecretId", "Nonce", "Timestamp"})
  void aFormWithoutWhatSigningNeedsIsMissingAParameter(String name) {
    SignedRequest request = v1("1");
    String query = request.query().replaceFirst("(^|&)" + name + "=[^&]*", "");
    assertRefused(
        () -> authenticateV1(authenticatorAt(SIGNED_AT), Requests.withQuery(request, query)),
        CommonError.MISSING_PARAMETER);
  }

  @Test
  void aTokenIsRefusedBecauseThereAreNoTemporaryCredentials() {
    assertRefused(
        () ->
            authenticatorAt(SIGNED_AT)
                .authenticateTc3(Requests.with(tc3(), "x-tc-token", "anything")),
        CommonError.TOKEN_WRONG);
  }

  private static Authenticator authenticatorAt(long seconds) {
    return AuthFixture.authenticator(RECORDED, RULES, Instant.ofEpochSecond(seconds));
  }

  private static AccountId authenticateV1(Authenticator authenticator, SignedRequest request)
      throws ApiException {
    return authenticator.authenticateV1(request, AuthFixture.parameters(request));
  }

  private static SignedRequest tc3() {
    return tc3With(RECORDED.secretId(), RECORDED.secretKey());
  }

  private static SignedRequest tc3With(String secretId, String secretKey) {
    Map<String, String> signed = Map.of("host", HOST, "content-type", "application/json");
    SignedRequest plain =
        new SignedRequest("POST", "/", "", Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
    SignedRequest withHost = Requests.with(plain, "host", HOST);
    SignedRequest typed = Requests.with(withHost, "content-type", "application/json");
    SignedRequest timed = Requests.with(typed, "x-tc-timestamp", Long.toString(SIGNED_AT));
    return Requests.with(timed, "authorization", sign(secretId, secretKey, signed));
  }

  private static String sign(String secretId, String secretKey, Map<String, String> signed) {
    return TestSigner.tc3(
        secretId, secretKey, SIGNED_AT, "POST", "", signed, "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static SignedRequest v1(String nonce) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("Action", "GetGroupList");
    parameters.put("Version", "2020-03-03");
    parameters.put("Nonce", nonce);
    parameters.put("Timestamp", Long.toString(SIGNED_AT));
    parameters.put("SecretId", RECORDED.secretId());
    String signature = TestSigner.v1("HmacSHA1", RECORDED.secretKey(), "GET", HOST, parameters);
    StringBuilder query = new StringBuilder();
    parameters.forEach((name, value) -> query.append(name + "=" + value + "&"));
    query.append("Signature=").append(signature.replace("+", "%2B").replace("=", "%3D"));
    SignedRequest request = new SignedRequest("GET", "/", query.toString(), Map.of(), new byte[0]);
    return Requests.with(request, "host", HOST);
  }

  private static void assertRefused(Attempt attempt, CommonError code) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private interface Attempt {
    Object run() throws ApiException;
  }
}
