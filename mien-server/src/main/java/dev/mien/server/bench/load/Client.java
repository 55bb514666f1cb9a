package dev.mien.server.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends signed requests to one server, over connections that are kept. Thread-safe. */
final class Client implements AutoCloseable {
  /** Longer than anything may wait and work in a server with default settings. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  static {
    // By default the client keeps connections for as long as the server does, and now and then uses
    // one that the server is just closing.
    System.setProperty("jdk.httpclient.keepalive.timeout", "15");
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI server;
  private final Signer signer;
  private final InstantSource clock;

  Client(URI server, ChildServer.Keys keys, InstantSource clock) {
    this.server = server;
    this.signer = new Signer(keys, server.getAuthority());
    this.clock = clock;
  }

  /** Sends a request and waits for what becomes of it. */
  Answer send(Call call) throws InterruptedException {
    Answer answer = exchange(call);
    if (answer.outcome() != Answer.Outcome.ANSWERED) {
      call.failed().run();
    }
    return answer;
  }

  private Answer exchange(Call call) throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request(call), BodyHandlers.ofString());
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      return switch (call.route()) {
        case Call.Route.Tc3 _ -> tc3(call, answer.get("Response"));
        case Call.Route.Legacy _ -> legacy(call, answer);
      };
    } catch (IOException | JacksonException e) {
      return Answer.none(e.getClass().getSimpleName());
    }
  }

  private static Answer tc3(Call call, JsonNode response) {
    JsonNode error = response.get("Error");
    if (error != null) {
      return Answer.of(error.get("Code").asString());
    }
    call.answered().accept(response);
    return Answer.of("OK");
  }

  private static Answer legacy(Call call, JsonNode response) {
    Answer answer = Answer.of(response.get("code").asString());
    if (answer.outcome() == Answer.Outcome.ANSWERED) {
      call.answered().accept(response.get("data"));
    }
    return answer;
  }

  private HttpRequest request(Call call) {
    Instant now = clock.instant();
    HttpRequest.Builder request =
        switch (call.route()) {
          case Call.Route.Tc3(String service, String version, String action) ->
              HttpRequest.newBuilder(server.resolve("/"))
                  .header("Content-Type", Signer.CONTENT_TYPE)
                  .header("Authorization", signer.tc3(service, call.body().sha256(), now))
                  .header("X-TC-Action", action)
                  .header("X-TC-Version", version)
                  .header("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
          case Call.Route.Legacy(String name, String contentType) ->
              HttpRequest.newBuilder(server.resolve("/face/" + name))
                  .header("Content-Type", contentType)
                  .header("Authorization", signer.legacy(now));
        };
    return request.timeout(TIMEOUT).POST(call.body().publisher()).build();
  }

  @Override
  public void close() {
    http.close();
  }
}
