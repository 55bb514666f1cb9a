package dev.mien.server.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A host on the loopback address that answers whatever the test says, well-formed or not. */
final class ScriptedHost implements AutoCloseable {
  private static final int PAUSE_MILLIS = 20;

  private final ServerSocket listener;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Script script = (number, out) -> {};
  private final AtomicInteger answered = new AtomicInteger();

  private interface Script {
    void answer(int number, OutputStream out) throws IOException, InterruptedException;
  }

  private ScriptedHost(ServerSocket listener) {
    this.listener = listener;
  }

  static ScriptedHost start() throws IOException {
    ScriptedHost host = new ScriptedHost(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(host::accept);
    return host;
  }

  int port() {
    return listener.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** The heads of all requests so far. */
  List<String> requests() {
    return requests;
  }

  /** Answers one request after the other with these, and closes each connection. */
  void answer(String... responses) {
    script((number, out) -> out.write(responses[number % responses.length].getBytes(ISO_8859_1)));
  }

  void answerForever(String head, String body) {
    script(
        (number, out) -> {
          out.write(head.getBytes(ISO_8859_1));
          while (closed.getCount() > 0) {
            out.write(body.getBytes(ISO_8859_1));
          }
        });
  }

  /** Like that, but one piece after the other, with pauses. */
  void answerSlowly(String head, String piece) {
    script(
        (number, out) -> {
          out.write(head.getBytes(ISO_8859_1));
          while (closed.getCount() > 0) {
            out.write(piece.getBytes(ISO_8859_1));
            Thread.sleep(PAUSE_MILLIS);
          }
        });
  }

  void answerAndHang(String beginning) {
    script(
        (number, out) -> {
          out.write(beginning.getBytes(ISO_8859_1));
          out.flush();
          closed.await();
        });
  }

  /** Leaves the first request's answer unfinished, and answers all others. */
  void answerAndHangOnce(String beginning, String response) {
    script(
        (number, out) -> {
          out.write((number == 0 ? beginning : response).getBytes(ISO_8859_1));
          out.flush();
          if (number == 0) {
            closed.await();
          }
        });
  }

  void answerWhen(CountDownLatch arrived, CountDownLatch release, String response) {
    script(
        (number, out) -> {
          arrived.countDown();
          release.await();
          out.write(response.getBytes(ISO_8859_1));
        });
  }

  private void script(Script next) {
    requests.clear();
    answered.set(0);
    script = next;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      requests.add(readHead(socket.getInputStream()));
      script.answer(answered.getAndIncrement(), socket.getOutputStream());
    } catch (IOException e) {
      // The client has seen enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
  }
}
