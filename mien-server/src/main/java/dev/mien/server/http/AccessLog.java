package dev.mien.server.http;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request. It never holds anything that a client made up. */
final class AccessLog {
  /** Its own logger, so that it can be sent elsewhere or turned off. */
  private static final Logger LOG = LoggerFactory.getLogger("mien.access");

  private static final String NONE = "-";

  /**
   * Writes a line, which tells how long it took until the body was there ({@code body-ms}, 0 if it
   * was not read) and until now ({@code ms}), both from when the head was there.
   */
  void write(UUID requestId, Reply reply, ExchangeTimes times) {
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "request={} account={} action={} code={} body-ms={} ms={}",
          requestId,
          reply.account().map(Object::toString).orElse(NONE),
          reply.action().orElse(NONE),
          reply.code(),
          TimeUnit.NANOSECONDS.toMillis(times.bodyNanos()),
          TimeUnit.NANOSECONDS.toMillis(times.nanos()));
    }
  }
}
