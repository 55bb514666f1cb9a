package dev.mien.server.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A web server on the loopback address that has the files of a folder, and bad manners. */
final class FileHost implements AutoCloseable {
  private static final int PIECE = 1 << 16;

  private final HttpServer server;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private FileHost(HttpServer server) {
    this.server = server;
  }

  static FileHost start(Path folder) throws IOException {
    FileHost host =
        new FileHost(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    host.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    host.server.createContext("/", exchange -> sendFile(exchange, folder));
    host.server.createContext("/endless", host::sendForever);
    host.server.createContext("/silent", host::saySoonAndNothingElse);
    host.server.start();
    return host;
  }

  /** Where the file of a name is, or {@code endless}, or {@code silent}. */
  String url(String name) {
    return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name);
  }

  /** Waits until somebody has asked for {@code silent}. */
  void awaitAsked() throws InterruptedException {
    asked.await();
  }

  private static void sendFile(HttpExchange exchange, Path folder) throws IOException {
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
    if (!Files.isRegularFile(file)) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.sendResponseHeaders(200, Math.max(Files.size(file), -1));
      Files.copy(file, exchange.getResponseBody());
    }
    exchange.close();
  }

  private void sendForever(HttpExchange exchange) throws IOException {
    byte[] piece = new byte[PIECE];
    Arrays.fill(piece, (byte) 'x');
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (closed.getCount() > 0) {
        out.write(piece);
      }
    }
  }

  private void saySoonAndNothingElse(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    asked.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
