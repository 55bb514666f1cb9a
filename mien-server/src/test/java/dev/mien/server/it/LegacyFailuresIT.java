package dev.mien.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Errors of the legacy API that need a server with other settings, or a hostile picture host. */
final class LegacyFailuresIT {
  private static final int REQUESTS_MAX = 50;
  private static final byte[] ZEROS = new byte[1024 * 1024];

  @TempDir static Path folder;
  private static TestServer server;
  private static LegacyClient client;

  @BeforeAll
  static void start() throws Exception {
    server =
        TestServer.start(
            folder.resolve("data"),
            "quotas:",
            "  requests-per-second: 2",
            "downloader:",
            "  allow-private: true");
    client = new LegacyClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void too_many_requests_have_code_15() throws Exception {
    JsonNode answer = client.call("getgroupids", "{}");
    assertThat(answer.get("code").asInt()).isZero();
    for (int i = 0; i < REQUESTS_MAX && answer.get("code").asInt() == 0; i++) {
      answer = client.call("getgroupids", "{}");
    }
    assertThat(answer.get("code").asInt()).isEqualTo(15);
    assertThat(client.call("getfaceids", "{\"person_id\":\"x\"}").get("code").asInt())
        .as("another call has its own quota")
        .isEqualTo(-1303);
  }

  @Test
  void a_download_that_grows_too_large_has_its_code() throws Exception {
    HttpServer host =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            for (int i = 0; i < 8; i++) {
              body.write(ZEROS);
            }
          } catch (IOException e) {
            assertThat(e).as("the server has gone").isNotNull();
          }
        });
    host.start();
    try {
      String url = "http://127.0.0.1:%d/large.jpg".formatted(host.getAddress().getPort());
      JsonNode answer = client.call("detect", "{\"url\":\"%s\"}".formatted(url));
      assertThat(answer.get("code").asInt()).as(answer.toString()).isEqualTo(-1403);
    } finally {
      host.stop(0);
    }
  }

  @Test
  void other_methods_than_post_have_code_3() throws Exception {
    try (var http = java.net.http.HttpClient.newHttpClient()) {
      var get =
          java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create("http://" + server.endpoint() + "/face/getgroupids"))
              .build();
      var answer = http.send(get, java.net.http.HttpResponse.BodyHandlers.ofString(UTF_8)).body();
      assertThat(answer).startsWith("{\"code\":3,");
    }
  }
}
