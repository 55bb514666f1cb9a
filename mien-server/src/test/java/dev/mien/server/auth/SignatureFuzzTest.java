package dev.mien.server.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.server.fuzz.Fuzzing;
import dev.mien.server.protocol.ApiException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged signatures of all methods. */
@Timeout(120)
class SignatureFuzzTest {
  private static final List<String> WORDS =
      List.of(
          "TC3-HMAC-SHA256",
          "Credential=",
          "SignedHeaders=",
          "Signature=",
          ", ",
          "/tc3_request",
          "content-type;host",
          ";;",
          "a=",
          "&",
          "e=0",
          "99999999999999999999");

  /** The signature is about method, headers and body: no other body passes with it. */
  @Test
  void headers_of_tc3_in_all_recorded_requests() {
    List<SignedRequest> requests =
        RawRequest.names().stream()
            .map(RawRequest::read)
            .filter(request -> request.header("authorization").isPresent())
            .filter(SignatureFuzzTest::passes)
            .toList();
    Fuzzing.run(
        requests.stream()
            .map(request -> request.headerOrEmpty("authorization").getBytes(UTF_8))
            .toList(),
        WORDS,
        ApiException.class,
        input -> {
          String header = new String(input, ISO_8859_1);
          SignedRequest signed =
              requests.stream()
                  .filter(request -> request.headerOrEmpty("authorization").equals(header))
                  .findFirst()
                  .orElse(requests.get(Math.floorMod(header.hashCode(), requests.size())));
          SignedRequest request = Requests.with(signed, "authorization", header);
          AuthFixture.recorded().authenticateTc3(request);
          byte[] other = Arrays.copyOf(request.body(), request.body().length + 1);
          assertThat(passes(Requests.withBody(request, other))).isFalse();
        });
  }

  private static boolean passes(SignedRequest request) {
    try {
      AuthFixture.recorded().authenticateTc3(request);
      return true;
    } catch (ApiException refused) {
      return false;
    }
  }

  /** The damage comes before the key signs it, so that the fields behind the signature are read. */
  @Test
  void fields_of_legacy_signatures() {
    Credential key =
        new Credential(new AccountId(7), "AKID", "secret", CredentialState.ACTIVE, Instant.EPOCH);
    Instant now = Instant.ofEpochSecond(1436077115);
    LegacyAuthenticator authenticator =
        new LegacyAuthenticator(
            id -> Optional.of(key).filter(known -> known.secretId().equals(id)),
            account -> true,
            new AuthRules(Duration.ofMinutes(5), Set.of(), 100_000, false),
            () -> now);
    Fuzzing.run(
        List.of(
            "a=7&b=x&k=AKID&e=1438669115&t=1436077115&r=11162&u=0&f=".getBytes(UTF_8),
            "a=7&b=&k=AKID&t=1436077115&e=1438669115".getBytes(UTF_8)),
        WORDS,
        LegacyAuthException.class,
        input -> authenticator.authenticate(signed(input, key.secretKey())));
  }

  private static String signed(byte[] original, String secret) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Hashes.hmacSha1(secret.getBytes(UTF_8), original));
    bytes.writeBytes(original);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
