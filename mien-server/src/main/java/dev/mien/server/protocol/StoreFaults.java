package dev.mien.server.protocol;

import dev.mien.gallery.StoreFault;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What clients and the log are told of a disk that does not do its work. Thread-safe.
 *
 * <p>A full disk fails every write, so the log has a line a minute of it, with the number of those
 * that it stands for. A failure of another kind is told each time, with where it happened.
 */
public final class StoreFaults {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFaults.class);

  private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanoTime;

  /** These are guarded by this. */
  private @Nullable StoreFault lastTold;

  private long lastToldNanos;
  private long untold;

  /** With a clock like {@link System#nanoTime}. */
  public StoreFaults(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * The error that all actions of API 3.0 answer for a failure; empty if it is one of the server,
   * for which each family has its own.
   */
  public static Optional<CommonError> error(StoreFault fault) {
    return switch (fault) {
      case NO_SPACE -> Optional.of(CommonError.RESOURCE_INSUFFICIENT);
      case READ_ONLY -> Optional.of(CommonError.RESOURCE_UNAVAILABLE);
      case DAMAGED, OTHER -> Optional.empty();
    };
  }

  /** Writes into the log that a request failed, if it has not been told just now. */
  public void log(Object request, Throwable failure) {
    StoreFault fault = StoreFault.of(failure);
    if (fault == StoreFault.OTHER) {
      LOG.error("Request {} failed", request, failure);
      return;
    }
    long before = tellOr(fault);
    if (before >= 0) {
      LOG.error(
          "Request {} failed, and {} before it that were not told. {} {}",
          request,
          before,
          root(failure).getMessage(),
          fault.advice());
    }
  }

  /** How many were kept quiet before one that is to be told; negative for one that is not. */
  private synchronized long tellOr(StoreFault fault) {
    long now = nanoTime.getAsLong();
    if (fault == lastTold && now - lastToldNanos < QUIET_NANOS) {
      untold++;
      return -1;
    }
    long before = untold;
    lastTold = fault;
    lastToldNanos = now;
    untold = 0;
    return before;
  }

  /** The outermost is of the thread pool; the store's own says which file. */
  private static Throwable root(Throwable failure) {
    @Nullable Throwable cause = failure.getCause();
    return failure instanceof RuntimeException || cause == null ? failure : cause;
  }
}
