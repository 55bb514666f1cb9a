package dev.mien.server.http;

import dev.mien.server.auth.SignedRequest;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The one endpoint of API 3.0, on every path that is not another's. */
final class ApiHandler extends ExchangeHandler {
  private final Supplier<@Nullable Dispatcher> dispatcher;
  private final HttpLimits limits;
  private final BodyReader bodies;

  /**
   * The endpoint.
   *
   * @param dispatcher answers requests; null while the server starts
   */
  ApiHandler(
      Supplier<@Nullable Dispatcher> dispatcher,
      HttpLimits limits,
      BodyReader bodies,
      AccessLog accessLog) {
    super(bodies, accessLog);
    this.dispatcher = dispatcher;
    this.limits = limits;
    this.bodies = bodies;
  }

  @Override
  Reply reply(Request request, UUID requestId, ExchangeTimes times) throws IOException {
    SignedRequest head = signedRequest(request, new byte[0]);
    try {
      checkHead(head);
      Dispatcher ready = dispatcher.get();
      if (ready == null) {
        throw new ApiException(CommonError.STARTING);
      }
      if (ready.isBusy()) {
        // Before the body is read and the signature checked: refusing must cost next to nothing,
        // and tells nobody more than that the server is busy.
        throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
      }
      try (BodyReader.Body body = bodies.read(request, bodyLimit(head), ready::tryArrive)) {
        times.bodyIsThere();
        return body.during(() -> ready.reply(signedRequest(request, body.bytes()), requestId));
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
}
