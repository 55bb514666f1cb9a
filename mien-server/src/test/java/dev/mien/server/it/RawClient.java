package dev.mien.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends what no SDK would, correctly signed with TC3-HMAC-SHA256 unless a test spoils it. */
public final class RawClient {
  private static final String CONTENT_TYPE = "application/json";

  private final HttpClient http = HttpClient.newHttpClient();
  private final TestServer server;
  private final TestServer.Credentials keys;

  public RawClient(TestServer server) {
    this(server, server.credentials());
  }

  /** A client with the keys of another account. */
  public RawClient(TestServer server, TestServer.Credentials keys) {
    this.server = server;
    this.keys = keys;
  }

  /** The {@code Response} object that an action answers a JSON body with. */
  public JsonNode call(String action, String json) throws Exception {
    return call(action, "2020-03-03", json, Instant.now(), "en-US");
  }

  /** What is answered to parameters that are written with apostrophes for quotation marks. */
  JsonNode callQuoted(String action, String json) throws Exception {
    return call(action, json.replace('\'', '"'));
  }

  /** Like {@link #callQuoted}, for a call that must succeed. */
  JsonNode ok(String action, String json) throws Exception {
    JsonNode answer = callQuoted(action, json);
    if (answer.has("Error")) {
      throw new AssertionError(action + ": " + answer);
    }
    return answer;
  }

  public JsonNode call(String action, String version, String json, Instant now, String language)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + server.endpoint() + "/"))
            .header("Content-Type", CONTENT_TYPE)
            .header("Authorization", authorization(json, now))
            .header("X-TC-Action", action)
            .header("X-TC-Version", version)
            .header("X-TC-Language", language)
            .header("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
    return response(
        http.send(
            request.POST(HttpRequest.BodyPublishers.ofString(json)).build(),
            HttpResponse.BodyHandlers.ofString()));
  }

  /** The error code of the answer, or {@code OK}. */
  String codeOf(String action, String json) throws Exception {
    return codeOf(call(action, json));
  }

  public static String codeOf(JsonNode response) {
    JsonNode error = response.get("Error");
    return error == null ? "OK" : error.get("Code").asString();
  }

  /** Checks what every answer of API 3.0 must be, and unwraps it. */
  static JsonNode response(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200
        || !answer
            .headers()
            .allValues("Content-Type")
            .equals(java.util.List.of("application/json"))) {
      throw new IOException(
          "HTTP " + answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
    }
    JsonNode response = JsonMapper.shared().readTree(answer.body()).get("Response");
    if (!response.get("RequestId").asString().matches("[0-9a-f-]{36}")) {
      throw new IOException("no request id: " + answer.body());
    }
    return response;
  }

  private String authorization(String body, Instant now) throws GeneralSecurityException {
    String date = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
    String canonical =
        String.join(
            "\n",
            "POST",
            "/",
            "",
            "content-type:" + CONTENT_TYPE,
            "host:" + server.endpoint(),
            "",
            "content-type;host",
            sha256(body));
    String scope = date + "/iai/tc3_request";
    String toSign =
        String.join(
            "\n", "TC3-HMAC-SHA256", Long.toString(now.getEpochSecond()), scope, sha256(canonical));
    byte[] key = ("TC3" + keys.secretKey()).getBytes(UTF_8);
    for (String part : new String[] {date, "iai", "tc3_request"}) {
      key = hmac(key, part);
    }
    return "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=content-type;host, Signature=%s"
        .formatted(keys.secretId(), scope, HexFormat.of().formatHex(hmac(key, toSign)));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  private static String sha256(String text) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
