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

  private final AccessLog accessLog;

  ExchangeHandler(AccessLog accessLog) {
    this.accessLog = accessLog;
  }

  /**
   * What a request comes to.
   *
   * @throws IOException if the client goes away
   */
  abstract Reply reply(Request request, UUID requestId) throws IOException;

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    UUID requestId = UUID.randomUUID();
    long start = System.nanoTime();
    Reply reply;
    try {
      reply = reply(request, requestId);
    } catch (IOException e) {
      // The client went away or fell silent: there is nobody to answer.
      accessLog.write(requestId, Reply.ABORTED, System.nanoTime() - start);
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
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
    accessLog.write(requestId, reply, System.nanoTime() - start);
    return true;
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
