package dev.mien.server.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A web server on the loopback address that has the portraits, for requests with a Url. */
public final class PhotoHost implements AutoCloseable {
  private final HttpServer server;

  private PhotoHost(HttpServer server) {
    this.server = server;
  }

  public static PhotoHost start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (Photos photo : Photos.values()) {
      byte[] jpeg = photo.jpeg();
      server.createContext(
          "/" + photo + ".jpg",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(200, jpeg.length);
            exchange.getResponseBody().write(jpeg);
            exchange.close();
          });
    }
    server.start();
    return new PhotoHost(server);
  }

  /** Where a portrait is. */
  public String url(Photos photo) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + photo + ".jpg";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
