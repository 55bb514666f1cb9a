package dev.mien.server.http;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.work.Arrival;
import dev.mien.server.work.BusyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * One body on its way into memory. A large one is an {@link Arrival}, and read when it is its turn.
 * Used by one thread.
 */
final class IncomingBody implements AutoCloseable {
  /**
   * Smaller ones cost a small part of what is done with their pictures, so nobody must wait for
   * them. Most pictures that clients send are smaller.
   */
  static final int LARGE_BYTES = 512 * 1024;

  /** The budget is counted in these: a semaphore counts to 2^31, memory goes further. */
  static final int UNIT_BYTES = 1024;

  private static final int FIRST_BYTES = 16 * 1024;

  private final Request request;
  private final int limitBytes;
  private final Semaphore budget;
  private final Supplier<Optional<Arrival>> arrivals;

  private @Nullable Arrival arrival;
  private byte[] bytes = new byte[0];
  private int size;
  private int units;

  /**
   * A body of which nothing has been read.
   *
   * @param limitBytes how large it may be
   * @param budget of memory, in units; it has as much of it as has arrived, not what was announced,
   *     else few clients that announce much and send nothing would keep all others out
   * @param arrivals lets large bodies in
   */
  IncomingBody(
      Request request, int limitBytes, Semaphore budget, Supplier<Optional<Arrival>> arrivals) {
    this.request = request;
    this.limitBytes = limitBytes;
    this.budget = budget;
    this.arrivals = arrivals;
  }

  /**
   * Reads it to its end.
   *
   * @param deadline when that must be, by {@link System#nanoTime}
   * @throws ApiException {@code RequestSizeLimitExceeded} if it is larger than the limit, {@code
   *     RequestLimitExceeded} if there is no room for it now, {@code InvalidParameter} if it takes
   *     too long
   * @throws IOException if the client goes away
   */
  byte[] read(long deadline) throws ApiException, IOException {
    try {
      expect(Math.max(0, request.getLength()));
      boolean last = false;
      while (!last) {
        Content.Chunk chunk = next();
        try {
          last = chunk.isLast();
          add(chunk.getByteBuffer());
        } finally {
          chunk.release();
        }
        if (System.nanoTime() - deadline > 0) {
          throw new ApiException(CommonError.INVALID_BODY, "it did not arrive in time");
        }
      }
    } catch (BusyException e) {
      throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("while a body was read");
    }
    if (size < bytes.length) {
      bytes = Arrays.copyOf(bytes, size);
    }
    return bytes;
  }

  /** Does something with the body that ends its arrival as soon as it has become a job. */
  <T> T during(Supplier<T> way) {
    return arrival == null ? way.get() : arrival.during(way);
  }

  private Content.Chunk next() throws IOException, BusyException, InterruptedException {
    while (true) {
      if (arrival != null) {
        arrival.begin();
      }
      Content.@Nullable Chunk chunk = request.read();
      if (chunk == null) {
        awaitBytes();
      } else if (Content.Chunk.isFailure(chunk)) {
        throw IO.rethrow(chunk.getFailure());
      } else {
        return chunk;
      }
    }
  }

  private void awaitBytes() throws InterruptedException {
    if (arrival != null) {
      arrival.pause();
    }
    Semaphore there = bytesOf(request);
    if (arrival == null) {
      there.acquire();
    } else if (!there.tryAcquire(arrival.patienceNanos(size), TimeUnit.NANOSECONDS)) {
      arrival.stall();
      there.acquire();
    }
  }

  /** Has a permit when more of a body is there, or none will be; now there is nothing to read. */
  static Semaphore bytesOf(Request request) {
    Semaphore there = new Semaphore(0);
    request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, there::release));
    return there;
  }

  private void add(ByteBuffer part) throws ApiException {
    int more = part.remaining();
    if (more > limitBytes - size) {
      throw BodyReader.tooLarge(limitBytes);
    }
    expect((long) size + more);
    int needed = (size + more) / UNIT_BYTES + 1 - units;
    if (needed > 0) {
      if (!budget.tryAcquire(needed)) {
        throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
      }
      units += needed;
    }
    if (size + more > bytes.length) {
      int doubled = Math.max(FIRST_BYTES, (int) Math.min(2L * bytes.length, limitBytes));
      bytes = Arrays.copyOf(bytes, Math.max(size + more, doubled));
    }
    part.get(bytes, size, more);
    size += more;
  }

  /** It will have so many bytes at least: if they are many, it must be let in. */
  private void expect(long total) throws ApiException {
    if (arrival == null && total > LARGE_BYTES) {
      arrival =
          arrivals.get().orElseThrow(() -> new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED));
    }
  }

  /** Nobody needs it any more, or it will never be there. */
  @Override
  public void close() {
    budget.release(units);
    units = 0;
    if (arrival != null) {
      arrival.close();
    }
  }
}
