package dev.mien.server.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The JDK's client, which keeps its connections. */
final class KeptConnections implements Transport {
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

  /** A client of one server. */
  KeptConnections(URI server) {
    this.server = server;
  }

  @Override
  public String post(String path, Map<String, String> headers, Content body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    headers.forEach(request::header);
    return http.send(
            request.timeout(TIMEOUT).POST(body.publisher()).build(), BodyHandlers.ofString())
        .body();
  }

  @Override
  public void close() {
    http.close();
  }
}
