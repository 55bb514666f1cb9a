package dev.mien.vision.video;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A child process with a deadline: killed when it passes, and when this is closed. Its complaints
 * are read and counted so that it never blocks on them, and are not kept: they may quote the file.
 */
final class ChildProcess implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 13;

  private final Process process;
  private final VideoWork.Listener cancelling;
  private volatile boolean timedOut;

  /**
   * @param limit when it is killed
   * @param work cancelled, it is killed earlier
   */
  ChildProcess(Process process, Duration limit, VideoWork work) {
    this.process = process;
    this.cancelling = work.onCancel(process::destroyForcibly);
    Thread.ofVirtual().name("mien-video-watchdog").start(() -> watch(limit));
    Thread.ofVirtual().name("mien-video-complaints").start(this::drainComplaints);
  }

  private void watch(Duration limit) {
    try {
      if (!process.waitFor(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS)) {
        timedOut = true;
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void drainComplaints() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream complaints = process.getErrorStream()) {
      while (complaints.read(buffer) >= 0) {
        // Thrown away.
      }
    } catch (IOException e) {
      // The child is gone.
    }
  }

  /** What the child prints. */
  InputStream output() {
    return process.getInputStream();
  }

  /** Whether the child was killed because its time was over. */
  boolean isTimedOut() {
    return timedOut;
  }

  /** Waits for the end; the deadline bounds it. */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Kills the child if it still runs. */
  @Override
  public void close() {
    cancelling.close();
    process.destroyForcibly();
  }
}
