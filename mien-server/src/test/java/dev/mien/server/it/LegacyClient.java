package dev.mien.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends what no legacy SDK would, correctly signed unless a test spoils it. */
public final class LegacyClient {
  private static final long VALID_SECONDS = 300;

  private final HttpClient http = HttpClient.newHttpClient();
  private final TestServer server;
  private final TestServer.Credentials keys;

  public LegacyClient(TestServer server) {
    this(server, server.credentials());
  }

  /** A client with the keys of another account. */
  public LegacyClient(TestServer server, TestServer.Credentials keys) {
    this.server = server;
    this.keys = keys;
  }

  /** The answer to a call with JSON content, to which the AppId is added. */
  public JsonNode call(String name, JsonNode request) throws Exception {
    ObjectNode withAppId = (ObjectNode) request.deepCopy();
    withAppId.put("appid", Long.toString(keys.appId()));
    return send(name, "application/json", withAppId.toString().getBytes(UTF_8), signature());
  }

  /** The answer to a call with JSON content, to which the AppId is added. */
  JsonNode call(String name, String json) throws Exception {
    return call(name, JsonMapper.shared().readTree(json));
  }

  /** The answer to content as it is. */
  public JsonNode send(String name, String contentType, byte[] body, String authorization)
      throws Exception {
    return send(name, contentType, body, authorization, "en");
  }

  JsonNode send(String name, String contentType, byte[] body, String authorization, String language)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + server.endpoint() + "/face/" + name))
            .header("Content-Type", contentType)
            .header("Accept-Language", language)
            .POST(BodyPublishers.ofByteArray(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return response(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  /** Checks what every answer must be. */
  private static JsonNode response(HttpResponse<String> answer) throws IOException {
    JsonNode json = JsonMapper.shared().readTree(answer.body());
    if (answer.statusCode() != 200
        || !answer.headers().allValues("Content-Type").equals(List.of("application/json"))
        || !Set.copyOf(json.propertyNames()).equals(Set.of("code", "message", "data"))) {
      throw new IOException("HTTP " + answer.statusCode() + " " + answer.body());
    }
    return json;
  }

  /** A good signature, for some minutes. */
  public String signature() throws GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    return signature(
        "a=%d&b=&k=%s&t=%d&e=%d"
            .formatted(keys.appId(), keys.secretId(), now, now + VALID_SECONDS));
  }

  /** A signature of fields as they are. */
  String signature(String original) throws GeneralSecurityException {
    return signature(original, keys.secretKey());
  }

  /** A signature of fields as they are, with a key. */
  public static String signature(String original, String key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA1"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(mac.doFinal(original.getBytes(UTF_8)));
    bytes.writeBytes(original.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
