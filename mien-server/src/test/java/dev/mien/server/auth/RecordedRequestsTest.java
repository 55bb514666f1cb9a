package dev.mien.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request of the official Java, Node.js and Python clients is accepted as its key's own. */
final class RecordedRequestsTest {

  static List<String> names() {
    return RawRequest.names();
  }

  @Test
  void thereAreRecordingsOfAllThreeClientsAndBothMethods() throws ApiException {
    assertThat(names()).hasSize(42);
    long tc3 = names().stream().filter(name -> isTc3(RawRequest.read(name))).count();
    assertThat(tc3).isEqualTo(33);
  }

  @ParameterizedTest
  @MethodSource("names")
  void anUnchangedRequestIsAuthentic(String name) throws ApiException {
    SignedRequest request = RawRequest.read(name);
    if (!isSigned(request)) {
      assertRefused(request, CommonError.AUTHORIZATION_INVALID);
    } else if (hasToken(request)) {
      // The token is looked at last, so this refusal says that the signature is good.
      assertRefused(request, CommonError.TOKEN_WRONG);
    } else {
      assertThat(AuthFixture.authenticate(AuthFixture.recorded(), request))
          .isEqualTo(AuthFixture.ACCOUNT);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aRequestWithOneChangedCharacterOfContentIsRefused(String name) {
    SignedRequest request = RawRequest.read(name);
    boolean unsignedBody =
        request.headerOrEmpty("x-tc-content-sha256").equals(Tc3Signature.UNSIGNED_PAYLOAD);
    if (isSigned(request) && !unsignedBody) {
      assertRefused(withChangedContent(request), CommonError.SIGNATURE_WRONG);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aRequestForAnotherHostIsRefused(String name) {
    SignedRequest request = RawRequest.read(name);
    if (isSigned(request)) {
      assertRefused(Requests.with(request, "host", "127.0.0.2:9177"), CommonError.SIGNATURE_WRONG);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void anotherSecretDoesNotFit(String name) {
    SignedRequest request = RawRequest.read(name);
    if (isSigned(request)) {
      Authenticator other =
          AuthFixture.authenticator(
              AuthFixture.credential(
                  AuthFixture.RECORDED.secretId(), "SKTEST0123456789abcdef0123456788"),
              AuthFixture.RULES,
              AuthFixture.RECORDED_AT);
      assertThatThrownBy(() -> AuthFixture.authenticate(other, request))
          .isInstanceOfSatisfying(
              ApiException.class, e -> assertThat(e.code()).isEqualTo(CommonError.SIGNATURE_WRONG));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void tenMinutesLaterTheRequestHasExpired(String name) {
    SignedRequest request = RawRequest.read(name);
    if (isSigned(request)) {
      Instant later = AuthFixture.RECORDED_AT.plusSeconds(600);
      Authenticator authenticator =
          AuthFixture.authenticator(AuthFixture.RECORDED, AuthFixture.RULES, later);
      assertThatThrownBy(() -> AuthFixture.authenticate(authenticator, request))
          .isInstanceOfSatisfying(
              ApiException.class,
              e -> assertThat(e.code()).isEqualTo(CommonError.SIGNATURE_EXPIRED));
    }
  }

  private static void assertRefused(SignedRequest request, CommonError code) {
    assertThatThrownBy(() -> AuthFixture.authenticate(AuthFixture.recorded(), request))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static SignedRequest withChangedContent(SignedRequest request) {
    if (request.method().equals("GET")) {
      String changed = request.query().replaceFirst("=([0-9A-Za-z])", "=$1x");
      return Requests.withQuery(request, changed);
    }
    byte[] body = request.body().clone();
    String text = new String(body, StandardCharsets.ISO_8859_1);
    // One bit of a character that leaves the content well formed.
    int position = isTc3(request) ? text.length() - 1 : text.indexOf("Action=") + 7;
    body[position] ^= 1;
    return Requests.withBody(request, body);
  }

  private static boolean isTc3(SignedRequest request) {
    return request.header("authorization").isPresent();
  }

  private static boolean isSigned(SignedRequest request) {
    return !request.headerOrEmpty("authorization").equals("SKIP");
  }

  private static boolean hasToken(SignedRequest request) {
    return request.header("x-tc-token").isPresent() || request.query().contains("&Token=");
  }
}
