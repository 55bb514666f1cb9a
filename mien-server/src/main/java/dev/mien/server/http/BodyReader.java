package dev.mien.server.http;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads bodies within limits of size, time and memory for all of them. Thread-safe. */
final class BodyReader {
  /** The budget is counted in these: a semaphore counts to 2^31, memory goes further. */
  private static final int UNIT_BYTES = 1024;

  private static final int BUFFER_BYTES = 64 * 1024;

  /**
   * How much of a body that is too large is still read, and thrown away: clients only look at the
   * answer when they have sent everything.
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
    this.budget = new Semaphore(Math.toIntExact(budgetBytes / UNIT_BYTES));
  }

  /** A body in memory, until it is closed. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  record Body(byte[] bytes, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }

  /**
   * Reads the body of a request.
   *
   * @throws ApiException {@code RequestSizeLimitExceeded} if it is larger than the limit, {@code
   *     RequestLimitExceeded} if there is no room for it now, {@code InvalidParameter} if it takes
   *     too long
   * @throws IOException if the client goes away
   */
  Body read(Request request, int limitBytes) throws ApiException, IOException {
    long announcedBytes = request.getLength();
    if (announcedBytes > limitBytes) {
      discard(request);
      throw tooLarge(limitBytes);
    }
    if (announcedBytes / UNIT_BYTES >= budget.availablePermits()) {
      throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
    }
    Share share = new Share();
    boolean complete = false;
    try {
      byte[] bytes = read(Content.Source.asInputStream(request), limitBytes, share);
      complete = true;
      return new Body(bytes, share::giveBack);
    } finally {
      if (!complete) {
        share.giveBack();
      }
    }
  }

  /**
   * Reads a body that nobody needs, and keeps nothing of it. Of one that the client has not begun
   * to send nothing is read.
   *
   * @throws IOException if the client goes away
   */
  void discard(Request request) throws IOException {
    if (!expectsContinue(request)) {
      drain(Content.Source.asInputStream(request), deadline());
    }
  }

  /**
   * What one body has of the budget: as much as has arrived, not what was announced. Else few
   * clients that announce much and send nothing would keep all others out.
   */
  private final class Share {
    private int units;

    private boolean growTo(int bytes) {
      int more = bytes / UNIT_BYTES + 1 - units;
      if (more > 0) {
        if (!budget.tryAcquire(more)) {
          return false;
        }
        units += more;
      }
      return true;
    }

    private void giveBack() {
      budget.release(units);
      units = 0;
    }
  }

  private byte[] read(InputStream content, int limitBytes, Share share)
      throws ApiException, IOException {
    long deadline = deadline();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      if (bytes.size() + n > limitBytes) {
        drain(content, deadline);
        throw tooLarge(limitBytes);
      }
      if (!share.growTo(bytes.size() + n)) {
        drain(content, deadline);
        throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
      }
      bytes.write(buffer, 0, n);
      if (System.nanoTime() - deadline > 0) {
        throw new ApiException(CommonError.INVALID_BODY, "it did not arrive in time");
      }
    }
    return bytes.toByteArray();
  }

  private static void drain(InputStream content, long deadline) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long drained = 0;
    int n = 0;
    while (n >= 0 && drained < MAX_DRAINED_BYTES && System.nanoTime() - deadline < 0) {
      n = content.read(buffer);
      drained += Math.max(n, 0);
    }
  }

  private long deadline() {
    return System.nanoTime() + timeout.toNanos();
  }

  private static boolean expectsContinue(Request request) {
    return request.getHeaders().contains(HttpHeader.EXPECT);
  }

  private static ApiException tooLarge(int limitBytes) {
    return new ApiException(CommonError.REQUEST_SIZE_LIMIT_EXCEEDED, limitBytes);
  }
}
