package dev.mien.server.auth;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.FormBody;
import dev.mien.server.protocol.TextParameter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The key of the recorded requests, and an authenticator that knows it. */
final class AuthFixture {
  static final AccountId ACCOUNT = new AccountId(1300000001L);
  static final Credential RECORDED =
      credential("AKIDTEST000000000000000000000000000", "SKTEST0123456789abcdef0123456789");

  /** Within 5 minutes of every recording. */
  static final Instant RECORDED_AT = Instant.ofEpochSecond(1795227060);

  static final AuthRules RULES = new AuthRules(Duration.ofMinutes(5), Set.of(), 1000, false);

  private AuthFixture() {}

  static Credential credential(String secretId, String secretKey) {
    return new Credential(ACCOUNT, secretId, secretKey, CredentialState.ACTIVE, Instant.EPOCH);
  }

  static Authenticator authenticator(Credential credential, AuthRules rules, Instant now) {
    Credentials one =
        secretId -> Optional.of(credential).filter(known -> known.secretId().equals(secretId));
    return new Authenticator(one, rules, InstantSource.fixed(now));
  }

  static Authenticator recorded() {
    return authenticator(RECORDED, RULES, RECORDED_AT);
  }

  /** Authenticates by whichever method the request uses. */
  static AccountId authenticate(Authenticator authenticator, SignedRequest request)
      throws ApiException {
    return request.header("authorization").isPresent()
        ? authenticator.authenticateTc3(request)
        : authenticator.authenticateV1(request, parameters(request));
  }

  static List<TextParameter> parameters(SignedRequest request) throws ApiException {
    return request.method().equals("GET")
        ? FormBody.parse(request.query())
        : FormBody.parse(request.body());
  }
}
