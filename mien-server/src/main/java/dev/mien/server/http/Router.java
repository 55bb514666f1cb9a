package dev.mien.server.http;

import dev.mien.media.MediaLinks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends each path where it belongs. Those of other APIs are kept free; all else is API 3.0. */
final class Router extends Handler.Wrapper {
  private static final List<String> RESERVED = List.of("/metrics", "/console");
  private static final String LEGACY = "/face/";

  /** A start takes some seconds. */
  private static final int RETRY_AFTER_SECONDS = 5;

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final Readiness readiness;
  private final MediaHandler media;
  private final EndpointHandler legacy;

  Router(Readiness readiness, ApiHandler api, MediaHandler media, EndpointHandler legacy) {
    super(api);
    this.readiness = readiness;
    this.media = media;
    this.legacy = legacy;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (readiness.state() == Readiness.State.STARTING) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return switch (path) {
      case "/healthz" -> answer(response, callback, OK, "alive");
      case "/readyz" -> answerReady(response, callback);
      case String medium when medium.startsWith(MediaLinks.PATH) ->
          media.handle(request, response, callback);
      case String other when other.startsWith(LEGACY) ->
          legacy.handle(request, response, callback)
              || answer(response, callback, UNAVAILABLE, "starting");
      case String other when RESERVED.stream().anyMatch(other::startsWith) ->
          answer(response, callback, NOT_FOUND, "nothing here");
      default -> super.handle(request, response, callback);
    };
  }

  private boolean answerReady(Response response, Callback callback) {
    return answer(response, callback, readiness.isReady() ? OK : UNAVAILABLE, readiness.text());
  }

  private static boolean answer(Response response, Callback callback, int status, String text) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
