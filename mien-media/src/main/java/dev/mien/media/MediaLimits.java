package dev.mien.media;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a store may hold.
 *
 * @param objectBytes the largest content
 * @param totalBytes all contents together; equal ones count once
 * @param sweepInterval how long what has expired may lie around; it cannot be read any more
 */
public record MediaLimits(long objectBytes, long totalBytes, Duration sweepInterval) {

  public MediaLimits {
    requireNonNull(sweepInterval, "sweepInterval is null");
    if (objectBytes < 1 || totalBytes < objectBytes) {
      throw new IllegalArgumentException(
          "no room for one object: %d of %d bytes".formatted(objectBytes, totalBytes));
    }
    if (!sweepInterval.isPositive()) {
      throw new IllegalArgumentException("sweepInterval is not positive: " + sweepInterval);
    }
  }
}
