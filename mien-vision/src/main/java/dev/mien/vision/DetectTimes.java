package dev.mien.vision;

import java.util.function.Supplier;

/**
 * Adds up what the stages of {@link FaceEngine#detect(dev.mien.vision.image.Image, DetectOptions,
 * DetectTimes)} take, in wall time. Not thread-safe.
 */
public final class DetectTimes {
  private long detectorNanos;
  private long landmarksNanos;

  /** Nanoseconds spent on windows of the picture. */
  public long detectorNanos() {
    return detectorNanos;
  }

  /** Nanoseconds spent on what may be faces. */
  public long landmarksNanos() {
    return landmarksNanos;
  }

  <T> T detector(Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    detectorNanos += System.nanoTime() - start;
    return result;
  }

  <T> T landmarks(Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    landmarksNanos += System.nanoTime() - start;
    return result;
  }
}
