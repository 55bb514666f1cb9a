package dev.mien.server.http;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreException;
import dev.mien.media.MediaContent;
import dev.mien.media.MediaId;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaLinks;
import dev.mien.media.MediaStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out what signed links lead to. A link that is forged, changed or expired is 403; a sound
 * one to what is no longer there is 404. Which of the reasons it was is not told.
 */
final class MediaHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(MediaHandler.class);

  private static final String ACTION = "media";

  /** Where media come from. */
  record Source(MediaStore store, MediaLinks links) {}

  private final Supplier<@Nullable Source> source;
  private final AccessLog accessLog;

  /**
   * The endpoint.
   *
   * @param source null while the server starts
   */
  MediaHandler(Supplier<@Nullable Source> source, AccessLog accessLog) {
    this.source = source;
    this.accessLog = accessLog;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ExchangeTimes times = new ExchangeTimes();
    Outcome outcome;
    try {
      outcome = answer(request, response, callback);
    } catch (StoreException e) {
      LOG.error("A medium cannot be given out", e);
      outcome = refuse(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
    }
    Reply logged = new Reply(new byte[0], outcome.code, Optional.of(ACTION), outcome.owner);
    accessLog.write(UUID.randomUUID(), logged, times);
    return true;
  }

  private record Outcome(String code, Optional<AccountId> owner) {}

  private Outcome answer(Request request, Response response, Callback callback) {
    Source media = source.get();
    if (media == null) {
      return refuse(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
    boolean head = request.getMethod().equals("HEAD");
    if (!head && !request.getMethod().equals("GET")) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      return refuse(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    }
    String token = Request.getPathInContext(request).substring(MediaLinks.PATH.length());
    Optional<MediaId> id = media.links.verify(token);
    if (id.isEmpty()) {
      return refuse(response, callback, HttpStatus.FORBIDDEN_403);
    }
    Optional<MediaContent> content = media.store.open(id.get());
    if (content.isEmpty()) {
      return refuse(response, callback, HttpStatus.NOT_FOUND_404);
    }
    try (MediaContent opened = content.get()) {
      return send(opened, head, request, response, callback);
    }
  }

  private static Outcome send(
      MediaContent content, boolean head, Request request, Response response, Callback callback) {
    MediaItem item = content.item();
    ByteRange range = new ByteRange(0, item.sizeBytes() - 1);
    response.setStatus(HttpStatus.OK_200);
    List<String> wanted = request.getHeaders().getValuesList(HttpHeader.RANGE);
    if (wanted.size() == 1 && wanted.getFirst().startsWith("bytes=")) {
      List<ByteRange> ranges = ByteRange.parse(wanted, item.sizeBytes());
      if (ranges.isEmpty()) {
        response
            .getHeaders()
            .put(HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(item.sizeBytes()));
        return refuse(response, callback, HttpStatus.RANGE_NOT_SATISFIABLE_416);
      }
      if (ranges.size() == 1) { // several would need a body of parts: all is an answer, too
        range = ranges.getFirst();
        response.setStatus(HttpStatus.PARTIAL_CONTENT_206);
        response.getHeaders().put(HttpHeader.CONTENT_RANGE, range.toHeaderValue(item.sizeBytes()));
      }
    }
    describe(item, range.getLength(), response);
    if (head) {
      callback.succeeded();
      return new Outcome(Reply.OK, Optional.of(item.owner()));
    }
    return stream(content, range, response, callback);
  }

  private static void describe(MediaItem item, long length, Response response) {
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, item.type().contentType())
        .put(HttpHeader.CONTENT_LENGTH, length)
        .put(HttpHeader.ACCEPT_RANGES, "bytes")
        .put(HttpHeader.CACHE_CONTROL, "private, no-store")
        .put("X-Content-Type-Options", "nosniff")
        .put("Content-Security-Policy", "default-src 'none'; sandbox");
  }

  private static Outcome stream(
      MediaContent content, ByteRange range, Response response, Callback callback) {
    Optional<AccountId> owner = Optional.of(content.item().owner());
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      content.writeTo(out, range.first(), range.getLength());
    } catch (IOException | StoreException e) {
      if (e instanceof StoreException) {
        LOG.error("Medium {} cannot be given out whole", content.item().id(), e);
      }
      callback.failed(e); // what was sent is shorter than announced: the client sees it
      return new Outcome(Reply.ABORTED.code(), owner);
    }
    callback.succeeded();
    return new Outcome(Reply.OK, owner);
  }

  private static Outcome refuse(Response response, Callback callback, int status) {
    String text = HttpStatus.getMessage(status);
    response.setStatus(status);
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
        .put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), callback);
    return new Outcome(Integer.toString(status), Optional.empty());
  }
}
