package dev.mien.server.http;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.work.Arrival;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/** Reads bodies within limits of size, time and memory for all of them. Thread-safe. */
final class BodyReader {
  /**
   * How much of a body that nobody needs is still read, and thrown away: most clients only look at
   * the answer when they have sent everything.
   */
  private static final int MAX_DRAINED_BYTES = 16 * 1024 * 1024;

  private final Duration timeout;
  private final Semaphore budget;

  /**
   * A reader of bodies.
   *
   * @param timeout the time in which a body must be there
   * @param budgetBytes how much may be in memory at a time, of all bodies together
   */
  BodyReader(Duration timeout, long budgetBytes) {
    this.timeout = timeout;
    this.budget = new Semaphore(Math.toIntExact(budgetBytes / IncomingBody.UNIT_BYTES));
  }

  /** A body in memory, until it is closed. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  record Body(byte[] bytes, IncomingBody arrived) implements AutoCloseable {
    /** Does something with it, of which a job of the pool may be a part. */
    <T> T during(Supplier<T> way) {
      return arrived.during(way);
    }

    @Override
    public void close() {
      arrived.close();
    }
  }

  /**
   * Reads the body of a request.
   *
   * @param arrivals lets large bodies in, or not
   * @throws ApiException {@code RequestSizeLimitExceeded} if it is larger than the limit, {@code
   *     RequestLimitExceeded} if there is no room for it now, {@code InvalidParameter} if it takes
   *     too long; the rest of the body has not been read then
   * @throws IOException if the client goes away
   */
  Body read(Request request, int limitBytes, Supplier<Optional<Arrival>> arrivals)
      throws ApiException, IOException {
    long announcedBytes = request.getLength();
    if (announcedBytes > limitBytes) {
      throw tooLarge(limitBytes);
    }
    if (announcedBytes / IncomingBody.UNIT_BYTES >= budget.availablePermits()) {
      throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
    }
    IncomingBody incoming = new IncomingBody(request, limitBytes, budget, arrivals);
    boolean complete = false;
    try {
      Body body = new Body(incoming.read(System.nanoTime() + timeout.toNanos()), incoming);
      complete = true;
      return body;
    } finally {
      if (!complete) {
        incoming.close();
      }
    }
  }

  /**
   * Reads a body, or the rest of it, that nobody needs, after the answer, and keeps nothing of it.
   * Of one that the client has not begun to send nothing is read, and of one that takes too long
   * nothing more.
   *
   * @throws IOException if the client goes away
   */
  void discard(Request request) throws IOException {
    long deadline = request.getHeadersNanoTime() + timeout.toNanos();
    long left = deadline - System.nanoTime();
    if (left > 0 && !request.getHeaders().contains(HttpHeader.EXPECT)) {
      SlowClients.expectBody(request, Duration.ofNanos(left));
      try {
        drain(request, deadline);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("while a body was thrown away");
      }
    }
  }

  private static void drain(Request request, long deadline)
      throws IOException, InterruptedException {
    long drained = 0;
    boolean last = false;
    while (!last && drained < MAX_DRAINED_BYTES && System.nanoTime() - deadline < 0) {
      Content.@Nullable Chunk chunk = request.read();
      if (chunk == null) {
        IncomingBody.bytesOf(request).acquire();
      } else if (Content.Chunk.isFailure(chunk)) {
        throw IO.rethrow(chunk.getFailure());
      } else {
        drained += chunk.remaining();
        last = chunk.isLast();
        chunk.release();
        letOthersRun();
      }
    }
  }

  /**
   * Virtual threads take turns only when they wait, and here there is mostly something to read: a
   * hundred such bodies would keep the processors for as long as they like, from requests whose
   * answers are ready, too.
   */
  @SuppressWarnings("ThreadPriorityCheck") // It is only about who is next.
  private static void letOthersRun() {
    Thread.yield();
  }

  static ApiException tooLarge(int limitBytes) {
    return new ApiException(CommonError.REQUEST_SIZE_LIMIT_EXCEEDED, limitBytes);
  }
}
