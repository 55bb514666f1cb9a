package dev.mien.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.auth.SignedRequest;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.work.Arrival;
import dev.mien.server.work.BusyException;
import dev.mien.server.work.WorkLimits;
import dev.mien.server.work.WorkPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clients that take for ever, over real sockets: each is cut off, and none keeps another from being
 * answered by the only worker. The idle timeout is too long to help, but for kept connections.
 */
@Isolated("limits of less than a second")
@Timeout(120)
final class SlowClientsIT {
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final Duration NEVER = Duration.ofHours(1);
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int PAUSE_MILLIS = 40;
  private static final int BODY_BYTES = 10_000;

  /**
   * Soon full. With a few KB the kernel now and then drops what acknowledges the client's requests
   * with the answers that have no room, and neither side goes on for minutes.
   */
  private static final int SMALL_BUFFER_BYTES = 64 * 1024;

  private static final String POST = "POST /face/x HTTP/1.1\r\nHost: mien\r\n";
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String ANNOUNCED = POST + "Content-Length: " + BODY_BYTES + "\r\n\r\n";
  private static final String WHOLE = POST + "Content-Length: 2\r\n\r\nok";

  private WorkPool pool;
  private WebServer web;

  /** What a client sends at once, and what it sends on and on in small pieces. */
  enum Attack {
    SAYS_NOTHING("", ""),
    HEAD_DRIPS("GET / HTTP/1.1\r\nX-Long: ", "x"),
    HEADERS_DRIP("GET / HTTP/1.1\r\n", "X: y\r\n"),
    REQUEST_LINE_DRIPS("GET /", "x"),
    EMPTY_LINES_DRIP("", "\r\n"),
    BODY_STALLS(ANNOUNCED + "x", ""),
    BODY_DRIPS(ANNOUNCED, "x"),
    CHUNKS_STALL(CHUNKED + "1\r\nx\r\n", ""),
    CHUNKS_DRIP(CHUNKED, "1\r\nx\r\n"),
    CHUNK_SIZE_DRIPS(CHUNKED, "0"),
    CHUNK_EXTENSION_DRIPS(CHUNKED + "1;a=", "x"),
    TRAILERS_DRIP(CHUNKED + "1\r\nx\r\n0\r\nX: ", "y"),
    BODY_TOO_LARGE_DRIPS(POST + "Content-Length: 100000\r\n\r\n", "x"),
    BODY_OF_A_GET_DRIPS("GET /healthz HTTP/1.1\r\nHost: mien\r\nContent-Length: 9999\r\n\r\n", "x");

    private final String first;
    private final String piece;

    Attack(String first, String piece) {
      this.first = first;
      this.piece = piece;
    }
  }

  @BeforeEach
  void open() throws IOException {
    pool = new WorkPool(new WorkLimits(1, 0, 1, Duration.ofSeconds(50), Duration.ofSeconds(50)));
    web = open(NEVER);
  }

  @AfterEach
  void close() {
    web.close();
    pool.close();
  }

  @ParameterizedTest
  @EnumSource
  void whoTakesTooLongIsCutOff(Attack attack) throws IOException {
    try (Socket socket = connect(web)) {
      attack(socket, attack);
      assertEnds(socket);
    }
  }

  @Test
  void whoNeverReadsTheAnswersIsCutOff() throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(SMALL_BUFFER_BYTES);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), web.port()));
      byte[] request = "GET /healthz HTTP/1.1\r\nHost: mien\r\n\r\n".getBytes(ISO_8859_1);
      OutputStream out = socket.getOutputStream();
      // Until neither side can send any more, and then until the server has closed the connection.
      boolean open = true;
      while (open) {
        open = sends(out, request);
      }
    }
    assertThat(answer(web)).endsWith("done");
  }

  @Test
  void aKeptConnectionIsNotKeptForDrippingTheNextRequest() throws IOException {
    try (WebServer hasty = open(SHORT);
        Socket socket = connect(hasty)) {
      socket.getOutputStream().write(WHOLE.getBytes(ISO_8859_1));
      assertThat(readAnswer(socket.getInputStream())).endsWith("done");
      attack(socket, Attack.HEAD_DRIPS);
      assertEnds(socket);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HEAD_DRIPS", "BODY_STALLS", "CHUNKS_STALL", "SAYS_NOTHING"})
  void whoClosesHalfOfTheConnectionBeforeTheRequestIsWholeIsCutOff(Attack attack)
      throws IOException {
    try (Socket socket = connect(web)) {
      socket.getOutputStream().write(attack.first.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      assertEnds(socket);
    }
  }

  @Test
  void whoClosesHalfOfTheConnectionAfterTheRequestIsAnswered() throws IOException {
    try (Socket socket = connect(web)) {
      socket.getOutputStream().write(WHOLE.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      assertThat(readAnswer(socket.getInputStream())).endsWith("done");
      assertEnds(socket);
    }
  }

  @Test
  void meanwhileOthersAreAnsweredByTheOnlyWorker() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        for (Attack attack : Attack.values()) {
          Socket socket = connect(web);
          slow.add(socket);
          attack(socket, attack);
          assertThat(answer(web)).endsWith("done");
          ends.add(callers.submit(() -> assertEnds(socket)));
        }
      }
      for (Future<?> end : ends) {
        assertThat(answer(web)).endsWith("done");
        end.get();
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private WebServer open(Duration idle) throws IOException {
    HttpLimits limits =
        new HttpLimits(
            BODY_BYTES,
            BODY_BYTES,
            1000,
            64 * 1024,
            SHORT,
            SHORT,
            SHORT,
            idle,
            100,
            0,
            // Room for six bodies: more clients than that only announce theirs.
            64 * 1024,
            Duration.ofSeconds(1));
    WebServer opened = WebServer.open("127.0.0.1", 0, Optional.empty(), limits);
    opened.serveLegacy(new Working());
    return opened;
  }

  /** Answers by the pool's worker. */
  private final class Working implements Endpoint {
    @Override
    public boolean isBusy() {
      return false;
    }

    @Override
    public Optional<Arrival> tryArrive() {
      return pool.tryArrive();
    }

    @Override
    public Reply reply(SignedRequest request, UUID requestId) {
      try {
        return reply(pool.run(() -> "done"));
      } catch (BusyException | ExecutionException e) {
        return reply("busy");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return reply("interrupted");
      }
    }

    @Override
    public Reply refusal(SignedRequest head, UUID requestId, ApiException error) {
      return reply(error.code().code());
    }

    private Reply reply(String text) {
      return new Reply(text.getBytes(UTF_8), text, Optional.empty(), Optional.empty());
    }
  }

  private static Socket connect(WebServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Begins, and goes on for as long as the connection is there. */
  private static void attack(Socket socket, Attack attack) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(attack.first.getBytes(ISO_8859_1));
    if (!attack.piece.isEmpty()) {
      byte[] piece = attack.piece.getBytes(ISO_8859_1);
      Thread.ofVirtual()
          .start(
              () -> {
                while (sends(out, piece)) {
                  pause();
                }
              });
    }
  }

  private static boolean sends(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The server closes the connection, whatever it says before and however hard it does. */
  private static void assertEnds(Socket socket) {
    boolean ended = false;
    while (!ended) {
      try {
        ended = socket.getInputStream().read() < 0;
      } catch (SocketTimeoutException e) {
        throw new AssertionError("the connection is still open", e);
      } catch (IOException e) {
        ended = true; // reset
      }
    }
  }

  private static String answer(WebServer server) throws IOException {
    try (Socket socket = connect(server)) {
      socket.getOutputStream().write(WHOLE.getBytes(ISO_8859_1));
      return readAnswer(socket.getInputStream());
    }
  }

  /** An answer of four bytes. */
  private static String readAnswer(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("after %s", answer).isNotNegative();
      answer.append((char) next);
    }
    return answer.append(new String(in.readNBytes(4), UTF_8)).toString();
  }
}
