package dev.mien.server.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.server.auth.LegacyAuthException.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyAuthenticatorTest {
  private static final String SECRET_ID = "AKIDgaoOYh2kOmJfWVdH4lpfxScG2zPLPGoK";
  private static final String SECRET_KEY = "nwOKDouy5JctNOlnere4gkVoOUz5EYAb";
  private static final AccountId ACCOUNT = new AccountId(10001290);
  private static final long MADE_AT = 1436077115;
  private static final String PUBLISHED =
      "L9U0IuDidww68urljeoq6DIid8hhPTEwMDAxMjkwJmI9dGVuY2VudHl1biZrPUFLSURnYW9PWWgya09tSmZXVmRINGx"
          + "wZnhTY0cyelBMUEdvSyZlPTE0Mzg2NjkxMTUmdD0xNDM2MDc3MTE1JnI9MTExNjImdT0wJmY9";

  private Instant now = Instant.ofEpochSecond(MADE_AT);
  private CredentialState state = CredentialState.ACTIVE;
  private final LegacyAuthenticator authenticator = authenticator(100);

  private LegacyAuthenticator authenticator(int remembered) {
    return new LegacyAuthenticator(
        id ->
            id.equals(SECRET_ID)
                ? Optional.of(new Credential(ACCOUNT, SECRET_ID, SECRET_KEY, state, Instant.EPOCH))
                : Optional.empty(),
        account -> account.appId() == 7,
        new AuthRules(Duration.ofMinutes(5), Set.of(), remembered, false),
        () -> now);
  }

  private static String sign(String key, String original) {
    return sign(key, original.getBytes(UTF_8));
  }

  private static String sign(String key, byte[] original) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Hashes.hmacSha1(key.getBytes(UTF_8), original));
    bytes.writeBytes(original);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String fields(String appId, long expiresAt, long madeAt, int random) {
    return "a=%s&k=%s&e=%d&t=%d&r=%d&f=".formatted(appId, SECRET_ID, expiresAt, madeAt, random);
  }

  private void refused(Refusal refusal, String header) {
    refused(authenticator, refusal, header);
  }

  private static void refused(LegacyAuthenticator by, Refusal refusal, String header) {
    assertThatThrownBy(() -> by.authenticate(header))
        .isInstanceOfSatisfying(
            LegacyAuthException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  @Test
  void the_published_example_is_authentic() throws Exception {
    LegacyAuthenticator.Signer signer = authenticator.authenticate(PUBLISHED);
    assertThat(signer.account()).isEqualTo(ACCOUNT);
    assertThat(signer.bucket()).isEqualTo("tencentyun");
    assertThat(
            sign(
                SECRET_KEY,
                "a=10001290&b=tencentyun&k="
                    + SECRET_ID
                    + "&e=1438669115&t=1436077115&r=11162&u=0&f="))
        .isEqualTo(PUBLISHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=10001290&b=&k=@&t=1436077115&e=1436077415",
        "a=10001290&b=bucket&k=@&e=1436077415&t=1436077115&r=1&f=",
        "f=&u=0&r=1&t=1436077115&e=1436077415&k=@&a=10001290"
      })
  void fields_may_come_in_any_order(String original) throws Exception {
    String signed = sign(SECRET_KEY, original.replace("@", SECRET_ID));
    assertThat(authenticator.authenticate(signed).account()).isEqualTo(ACCOUNT);
  }

  @Test
  void what_is_signed_are_bytes_and_not_text() throws Exception {
    byte[] original =
        (fields("10001290", MADE_AT + 1, MADE_AT, 1) + "\u00c3")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(authenticator.authenticate(sign(SECRET_KEY, original)).account()).isEqualTo(ACCOUNT);
  }

  @Test
  void a_signature_ends_when_it_says_and_not_a_second_earlier() throws Exception {
    now = Instant.ofEpochSecond(1438669115);
    authenticator.authenticate(PUBLISHED);
    authenticator.authenticate(PUBLISHED);
    now = now.plusSeconds(1);
    refused(Refusal.EXPIRED, PUBLISHED);
  }

  @Test
  void a_signature_for_one_use_is_good_once() throws Exception {
    String once = sign(SECRET_KEY, fields("10001290", 0, MADE_AT, 1));
    authenticator.authenticate(once);
    refused(Refusal.REPEATED, once);
    authenticator.authenticate(sign(SECRET_KEY, fields("10001290", 0, MADE_AT, 2)));
    authenticator.authenticate(sign(SECRET_KEY, fields("10001290", 0, MADE_AT + 1, 1)));
    now = now.plus(Duration.ofMinutes(5));
    refused(Refusal.REPEATED, once);
    now = now.plusSeconds(1);
    refused(Refusal.EXPIRED, once);
  }

  @Test
  void too_many_signatures_for_one_use_are_not_forgotten_but_refused() throws Exception {
    LegacyAuthenticator small = authenticator(1);
    small.authenticate(sign(SECRET_KEY, fields("10001290", 0, MADE_AT, 1)));
    refused(small, Refusal.BUSY, sign(SECRET_KEY, fields("10001290", 0, MADE_AT, 2)));
  }

  @Test
  void whatever_is_wrong_is_told_apart() {
    refused(Refusal.ABSENT, "");
    refused(Refusal.MALFORMED, "not base64!");
    refused(Refusal.MALFORMED, "c2hvcnQ=");
    refused(Refusal.MALFORMED, "A".repeat(100_000));
    refused(Refusal.MALFORMED, sign(SECRET_KEY, "a=1&k=" + SECRET_ID));
    refused(Refusal.MALFORMED, sign(SECRET_KEY, "a=1&a=1&t=1&e=1&k=" + SECRET_ID));
    refused(Refusal.MALFORMED, sign(SECRET_KEY, "a=1&t=x&e=1&k=" + SECRET_ID));
    refused(Refusal.SECRET_ID_UNKNOWN, sign(SECRET_KEY, "a=1&t=1&e=1&k=AKIDelse"));
    refused(Refusal.WRONG, sign("x", fields("10001290", 0, MADE_AT, 1)));
    refused(Refusal.APP_ID_UNKNOWN, sign(SECRET_KEY, fields("8", 0, MADE_AT, 1)));
    refused(Refusal.APP_ID_OF_ANOTHER, sign(SECRET_KEY, fields("7", 0, MADE_AT, 1)));
  }

  @Test
  void nothing_is_said_of_accounts_to_a_stranger() {
    refused(Refusal.WRONG, sign("x", fields("7", 0, MADE_AT, 1)));
    refused(Refusal.WRONG, sign("x", fields("8", 0, MADE_AT, 1)));
  }

  @Test
  void a_disabled_key_is_unknown() {
    state = CredentialState.DISABLED;
    refused(Refusal.SECRET_ID_UNKNOWN, PUBLISHED);
  }
}
