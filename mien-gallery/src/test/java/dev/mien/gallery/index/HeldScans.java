package dev.mien.gallery.index;

import java.util.concurrent.CountDownLatch;

/** Keeps all threads that scan from doing so, until it is closed: large searches wait meanwhile. */
public final class HeldScans implements AutoCloseable {
  private final ScanPool pool;
  private final CountDownLatch held;
  private final CountDownLatch released = new CountDownLatch(1);

  private HeldScans(ScanPool pool) {
    this.pool = pool;
    this.held = new CountDownLatch(pool.threads());
    Thread.ofPlatform().start(() -> pool.run(pool.threads(), slice -> hold()));
  }

  public static HeldScans of(IndexResources resources) throws InterruptedException {
    HeldScans scans = new HeldScans(resources.pool);
    scans.held.await();
    return scans;
  }

  private void hold() {
    held.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until so many passes are waiting for a thread. */
  public void awaitWaiting(int passes) {
    while (pool.waiting() < passes) {
      Thread.onSpinWait();
    }
  }

  /** Lets them scan. */
  public void release() {
    released.countDown();
  }

  @Override
  public void close() {
    release();
  }
}
