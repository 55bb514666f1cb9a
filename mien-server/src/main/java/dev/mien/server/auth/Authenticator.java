package dev.mien.server.auth;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.TextParameter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Decides whose a request is. Safe for use by many threads. */
public final class Authenticator {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
  private static final Pattern NONCE = Pattern.compile("[0-9]{1,20}");
  private static final Pattern SECRET_ID = Pattern.compile("[A-Za-z0-9_*-]{1,128}");
  private static final String SKIP = "SKIP";

  private final Credentials credentials;
  private final AuthRules rules;
  private final InstantSource clock;
  private final ReplayMemory replays;

  public Authenticator(Credentials credentials, AuthRules rules, InstantSource clock) {
    this.credentials = credentials;
    this.rules = rules;
    this.clock = clock;
    this.replays = new ReplayMemory(rules.maxSkew().toSeconds(), rules.replayEntries());
  }

  /**
   * The account that signed a request with TC3-HMAC-SHA256, which has an Authorization header.
   *
   * @throws ApiException an {@code AuthFailure} code if it is not authentic
   */
  public AccountId authenticateTc3(SignedRequest request) throws ApiException {
    String header = request.headerOrEmpty("authorization");
    if (header.equals(SKIP)) {
      throw new ApiException(CommonError.AUTHORIZATION_INVALID, "requests must be signed");
    }
    Tc3Authorization authorization = Tc3Authorization.parse(header);
    String timestamp = request.headerOrEmpty("x-tc-timestamp");
    long seconds = freshSeconds("X-TC-Timestamp", timestamp);
    Credential credential = credential(authorization.secretId());
    boolean dateFits = authorization.date().equals(utcDate(seconds));
    if (!Tc3Signature.matches(
            request, authorization, timestamp, credential.secretKey(), rules.publicHosts())
        || !dateFits) {
      throw new ApiException(CommonError.SIGNATURE_WRONG);
    }
    refuseToken(request.headerOrEmpty("x-tc-token"));
    if (rules.refuseRepeatedSignatures()) {
      refuseRepetition(credential.secretId() + "/" + authorization.signature(), seconds);
    }
    return credential.account();
  }

  /**
   * The account that signed a request with HmacSHA1 or HmacSHA256.
   *
   * @param parameters all parameters of the query or form, decoded
   * @throws ApiException an {@code AuthFailure} code if it is not authentic, {@code
   *     MissingParameter} if it lacks what every request of this method has
   */
  public AccountId authenticateV1(SignedRequest request, List<TextParameter> parameters)
      throws ApiException {
    String signature = required(parameters, V1Signature.SIGNATURE);
    String secretId = required(parameters, "SecretId");
    String nonce = required(parameters, "Nonce");
    if (!NONCE.matcher(nonce).matches()) {
      throw new ApiException(CommonError.AUTHORIZATION_INVALID, "Nonce is not a whole number");
    }
    long seconds = freshSeconds("Timestamp", required(parameters, "Timestamp"));
    Credential credential = credential(secretId);
    boolean sha256 = value(parameters, "SignatureMethod").equals("HmacSHA256");
    if (!V1Signature.matches(
        request, parameters, sha256, signature, credential.secretKey(), rules.publicHosts())) {
      throw new ApiException(CommonError.SIGNATURE_WRONG);
    }
    refuseToken(value(parameters, "Token"));
    refuseRepetition(credential.secretId() + "/" + nonce, seconds);
    return credential.account();
  }

  private Credential credential(String secretId) throws ApiException {
    if (!SECRET_ID.matcher(secretId).matches()) {
      throw new ApiException(CommonError.SECRET_ID_INVALID);
    }
    return credentials
        .find(secretId)
        .filter(credential -> credential.state() == CredentialState.ACTIVE)
        .orElseThrow(() -> new ApiException(CommonError.SECRET_ID_NOT_FOUND));
  }

  private long freshSeconds(String name, String timestamp) throws ApiException {
    if (timestamp.isEmpty()) {
      throw new ApiException(CommonError.MISSING_PARAMETER, name);
    }
    if (!SECONDS.matcher(timestamp).matches()) {
      throw new ApiException(CommonError.AUTHORIZATION_INVALID, name + " is not a whole number");
    }
    long seconds = Long.parseLong(timestamp);
    long maxSkewSeconds = rules.maxSkew().toSeconds();
    if (Math.abs(clock.instant().getEpochSecond() - seconds) > maxSkewSeconds) {
      throw new ApiException(CommonError.SIGNATURE_EXPIRED, maxSkewSeconds);
    }
    return seconds;
  }

  private void refuseRepetition(String key, long seconds) throws ApiException {
    switch (replays.remember(key, seconds, clock.instant().getEpochSecond())) {
      case FIRST -> {}
      case REPEATED -> throw new ApiException(CommonError.SIGNATURE_REPEATED);
      case FULL -> throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
    }
  }

  /** There are no temporary credentials here, so a token can only be a mistake. */
  private static void refuseToken(String token) throws ApiException {
    if (!token.isEmpty()) {
      throw new ApiException(CommonError.TOKEN_WRONG);
    }
  }

  private static String utcDate(long seconds) {
    return LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400L)).toString();
  }

  private static String required(List<TextParameter> parameters, String name) throws ApiException {
    String value = value(parameters, name);
    if (value.isEmpty()) {
      throw new ApiException(CommonError.MISSING_PARAMETER, name);
    }
    return value;
  }

  private static String value(List<TextParameter> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .map(parameter -> parameter.value().strip())
        .orElse("");
  }
}
