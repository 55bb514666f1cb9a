package dev.mien.server.http;

import dev.mien.server.auth.SignedRequest;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The one endpoint of API 3.0, on every path that is not another's. */
final class ApiHandler extends Handler.Abstract {
  private static final String TRACE_ID = "X-TC-TraceId";

  /** What is echoed must not be able to become anything but a header's value. */
  private static final Pattern SAFE_TRACE_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final Supplier<@Nullable Dispatcher> dispatcher;
  private final HttpLimits limits;
  private final BodyReader bodies;
  private final AccessLog accessLog;

  /**
   * The endpoint.
   *
   * @param dispatcher answers requests; null while the server starts
   */
  ApiHandler(Supplier<@Nullable Dispatcher> dispatcher, HttpLimits limits, AccessLog accessLog) {
    this.dispatcher = dispatcher;
    this.limits = limits;
    this.bodies = new BodyReader(limits.bodyTimeout(), limits.bodiesInFlightBytes());
    this.accessLog = accessLog;
  }

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

  private Reply reply(Request request, UUID requestId) throws IOException {
    SignedRequest head = signedRequest(request, new byte[0]);
    try {
      checkHead(head);
      Dispatcher ready = dispatcher.get();
      if (ready == null) {
        throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
      }
      try (BodyReader.Body body = bodies.read(request, bodyLimit(head))) {
        return ready.reply(signedRequest(request, body.bytes()), requestId);
      }
    } catch (ApiException e) {
      return Dispatcher.refusal(head, requestId, e);
    }
  }

  private void checkHead(SignedRequest head) throws ApiException {
    if (!head.method().equals("GET") && !head.method().equals("POST")) {
      throw new ApiException(CommonError.UNSUPPORTED_PROTOCOL, "another method was used");
    }
    if (head.query().getBytes(StandardCharsets.UTF_8).length > limits.queryBytes()) {
      throw new ApiException(CommonError.REQUEST_SIZE_LIMIT_EXCEEDED, limits.queryBytes());
    }
  }

  private int bodyLimit(SignedRequest head) {
    if (head.method().equals("GET")) {
      return limits.queryBytes();
    }
    return head.header("authorization").isPresent() ? limits.bodyBytes() : limits.formBytes();
  }

  private static SignedRequest signedRequest(Request request, byte[] body) {
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
