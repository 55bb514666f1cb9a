package dev.mien.server.http;

import dev.mien.server.auth.SignedRequest;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Hands requests on to an {@link Endpoint} once it is there. */
final class EndpointHandler extends ExchangeHandler {
  private final Supplier<@Nullable Endpoint> endpoint;
  private final HttpLimits limits;
  private final BodyReader bodies;

  /**
   * A handler that takes POST.
   *
   * @param endpoint answers requests; null while the server starts
   */
  EndpointHandler(
      Supplier<@Nullable Endpoint> endpoint,
      HttpLimits limits,
      BodyReader bodies,
      AccessLog accessLog) {
    super(bodies, accessLog);
    this.endpoint = endpoint;
    this.limits = limits;
    this.bodies = bodies;
  }

  /** Not handled while there is no endpoint. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    return endpoint.get() != null && super.handle(request, response, callback);
  }

  @Override
  Reply reply(Request request, UUID requestId, ExchangeTimes times) throws IOException {
    Endpoint ready = endpoint.get();
    if (ready == null) {
      throw new IOException("the server is stopping");
    }
    SignedRequest head = signedRequest(request, new byte[0]);
    try {
      if (!head.method().equals("POST")) {
        throw new ApiException(CommonError.UNSUPPORTED_PROTOCOL, "another method was used");
      }
      if (ready.isBusy()) {
        throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED); // as ApiHandler does
      }
      try (BodyReader.Body body = bodies.read(request, limits.bodyBytes(), ready::tryArrive)) {
        times.bodyIsThere();
        return body.during(() -> ready.reply(signedRequest(request, body.bytes()), requestId));
      }
    } catch (ApiException e) {
      return ready.refusal(head, requestId, e);
    }
  }
}
