package dev.mien.server.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off clients that take too long. The idle timeout of a connection ends silence only: a client
 * that sends or reads a byte now and then would stay for ever, for example within the extension of
 * a chunk, where no byte of a body arrives. So each turn of a client has a time of its own: the
 * head, with the TLS handshake; the body; each part of the answer. While the server works there is
 * none.
 */
final class SlowClients extends Handler.Wrapper {
  private static final String DEADLINE = ClientDeadline.class.getName();

  /**
   * Time for the answer that a body has come too late, which only a slow but honest client reads.
   */
  private static final Duration BODY_GRACE = Duration.ofSeconds(2);

  /** A large part of an answer has a second more for each of these: the pace of an old modem. */
  private static final int MIN_ANSWER_BYTES_PER_SECOND = 2048;

  private final HttpLimits limits;

  SlowClients(HttpLimits limits, Handler next) {
    super(next);
    this.limits = limits;
  }

  /** What the connectors must tell about their connections. */
  Connection.Listener connections(Scheduler scheduler) {
    return new Opened(limits.headerTimeout(), scheduler);
  }

  private record Opened(Duration headerTimeout, Scheduler scheduler)
      implements Connection.Listener {
    @Override
    public void onOpened(Connection connection) {
      if (connection instanceof ConnectionMetaData http) { // TLS has a connection of its own, too
        ClientDeadline deadline = new ClientDeadline(socket(connection.getEndPoint()), scheduler);
        http.setAttribute(DEADLINE, deadline);
        deadline.start(headerTimeout);
      }
    }

    @Override
    public void onClosed(Connection connection) {
      if (connection instanceof ConnectionMetaData http
          && http.getAttribute(DEADLINE) instanceof ClientDeadline deadline) {
        deadline.close();
      }
    }

    /** Below TLS: closing that would wait for a client that does not read. */
    private static EndPoint socket(EndPoint endPoint) {
      return endPoint instanceof EndPoint.Wrapper wrapper ? socket(wrapper.unwrap()) : endPoint;
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!(request.getConnectionMetaData().getAttribute(DEADLINE)
        instanceof ClientDeadline deadline)) {
      throw new IllegalStateException("a connection that nobody told about");
    }
    int exchange = deadline.begin(limits.bodyTimeout().plus(BODY_GRACE));
    Duration untilNext = limits.idleTimeout().plus(limits.headerTimeout());
    Request.addCompletionListener(request, _ -> deadline.end(exchange, untilNext));
    Request timed = new TimedRequest(request, deadline);
    return super.handle(timed, new TimedResponse(timed, response, deadline), callback);
  }

  /**
   * Gives a client time again for what it has not yet sent of its body, when it has been answered
   * already.
   */
  static void expectBody(Request request, Duration time) {
    if (request.getConnectionMetaData().getAttribute(DEADLINE) instanceof ClientDeadline deadline) {
      deadline.start(time.plus(BODY_GRACE));
    }
  }

  /** Ends the client's time when the body is there. */
  private static final class TimedRequest extends Request.Wrapper {
    private final ClientDeadline deadline;

    private TimedRequest(Request request, ClientDeadline deadline) {
      super(request);
      this.deadline = deadline;
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.@Nullable Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        deadline.stop();
      }
      return chunk;
    }
  }

  /** Gives the client time for each part of the answer. */
  private final class TimedResponse extends Response.Wrapper {
    private final ClientDeadline deadline;

    private TimedResponse(Request request, Response response, ClientDeadline deadline) {
      super(request, response);
      this.deadline = deadline;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer part, Callback callback) {
      int bytes = part == null ? 0 : part.remaining();
      deadline.start(limits.answerTimeout().plusSeconds(bytes / MIN_ANSWER_BYTES_PER_SECOND));
      super.write(last, part, Callback.from(deadline::stop, callback));
    }
  }
}
