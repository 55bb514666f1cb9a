package dev.mien.server.http;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.Language;
import dev.mien.server.protocol.ResponseWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request line or headers that are too long as API 3.0 answers what is too long, as its
 * clients take any other answer for a failure of the transport; and what is not HTTP, or not for
 * here, with its status in words: no page, no stack trace, no echo of what was sent.
 */
final class PlainErrors extends ErrorHandler {
  private final int headerBytes;

  /**
   * Answers in words.
   *
   * @param headerBytes how long request line and headers may be together
   */
  PlainErrors(int headerBytes) {
    this.headerBytes = headerBytes;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    if (code == HttpStatus.URI_TOO_LONG_414
        || code == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431) {
      byte[] envelope =
          ResponseWriter.error(
              new ApiException(CommonError.REQUEST_SIZE_LIMIT_EXCEEDED, headerBytes),
              Language.ENGLISH,
              UUID.randomUUID());
      response.setStatus(HttpStatus.OK_200);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.write(true, ByteBuffer.wrap(envelope), callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.write(true, text(code), callback);
  }

  private static ByteBuffer text(int status) {
    return ByteBuffer.wrap((HttpStatus.getMessage(status) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
