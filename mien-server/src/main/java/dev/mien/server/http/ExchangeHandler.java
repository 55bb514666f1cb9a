package dev.mien.server.http;

import dev.mien.server.auth.SignedRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What is the same for all APIs: the form of an answer, and the line in the access log. */
abstract class ExchangeHandler extends Handler.Abstract {
  private static final String TRACE_ID = "X-TC-TraceId";

  /** What is echoed must not be able to become anything but a header's value. */
  private static final Pattern SAFE_TRACE_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final BodyReader bodies;
  private final AccessLog accessLog;

  ExchangeHandler(BodyReader bodies, AccessLog accessLog) {
    this.bodies = bodies;
    this.accessLog = accessLog;
  }

  /**
   * What a request comes to.
   *
   * @param times is told when the body is there
   * @throws IOException if the client goes away
   */
  abstract Reply reply(Request request, UUID requestId, ExchangeTimes times) throws IOException;

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    UUID requestId = UUID.randomUUID();
    ExchangeTimes times = new ExchangeTimes();
    Reply reply;
    try {
      reply = reply(request, requestId, times);
    } catch (IOException e) {
      // The client went away or fell silent: there is nobody to answer.
      accessLog.write(requestId, Reply.ABORTED, times);
      callback.failed(e);
      return true;
    }
    // Errors too: clients take any other status for a failure of the transport.
    response.setStatus(200);
    // No charset: a client looks for exactly this.
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    @Nullable String traceId = request.getHeaders().get(TRACE_ID);
    if (traceId != null && SAFE_TRACE_ID.matcher(traceId).matches()) {
      response.getHeaders().put(TRACE_ID, traceId);
    }
    ByteBuffer body = ByteBuffer.wrap(reply.body());
    if (times.isBodyThere()) {
      response.write(true, body, callback);
      accessLog.write(requestId, reply, times);
    } else {
      answerEarly(
          request, response, body, callback, () -> accessLog.write(requestId, reply, times));
    }
    return true;
  }

  /**
   * Answers a request whose body has not been read to its end, and then reads that and throws it
   * away. Clients that look for an answer while they send have it at once. The others find it when
   * they have sent everything; if the connection were closed before, they would find nothing.
   */
  private void answerEarly(
      Request request, Response response, ByteBuffer body, Callback callback, Runnable answered) {
    try {
      Content.Sink.write(response, true, body);
      answered.run();
      bodies.discard(request);
      callback.succeeded();
    } catch (IOException e) {
      callback.failed(e);
    }
  }

  /** A request with a body that has been read. */
  static SignedRequest signedRequest(Request request, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      @Nullable String value = field.getValue();
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(value == null ? "" : value);
    }
    @Nullable String path = request.getHttpURI().getPath();
    @Nullable String query = request.getHttpURI().getQuery();
    return new SignedRequest(
        request.getMethod(),
        path == null || path.isEmpty() ? "/" : path,
        query == null ? "" : query,
        headers,
        body);
  }
}
