package dev.mien.server.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends signed requests to one server. Thread-safe. */
final class Client implements AutoCloseable {
  private final Transport transport;
  private final Signer signer;
  private final InstantSource clock;

  Client(Transport transport, URI server, ChildServer.Keys keys, InstantSource clock) {
    this.transport = transport;
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
      JsonNode answer = JsonMapper.shared().readTree(post(call));
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

  private String post(Call call) throws IOException, InterruptedException {
    Instant now = clock.instant();
    return switch (call.route()) {
      case Call.Route.Tc3(String service, String version, String action) ->
          transport.post(
              "/",
              Map.of(
                  "Content-Type",
                  Signer.CONTENT_TYPE,
                  "Authorization",
                  signer.tc3(service, call.body().sha256(), now),
                  "X-TC-Action",
                  action,
                  "X-TC-Version",
                  version,
                  "X-TC-Timestamp",
                  Long.toString(now.getEpochSecond())),
              call.body());
      case Call.Route.Legacy(String name, String contentType) ->
          transport.post(
              "/face/" + name,
              Map.of("Content-Type", contentType, "Authorization", signer.legacy(now)),
              call.body());
    };
  }

  @Override
  public void close() {
    transport.close();
  }
}
