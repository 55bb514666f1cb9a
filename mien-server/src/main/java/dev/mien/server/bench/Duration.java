package dev.mien.server.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long something took. Where other programs run, the processor time tells more.
 *
 * @param wall in seconds
 * @param processor of all threads of the process, in seconds
 */
record Duration(double wall, double processor) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Measures work in this process. */
  static Duration of(Runnable work) {
    long processor = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    wall = System.nanoTime() - wall;
    return new Duration(wall / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
  }

  /** Measures work that this thread does alone; its processor time is exact to microseconds. */
  static Duration ofThread(Runnable work) {
    long processor = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    work.run();
    wall = System.nanoTime() - wall;
    return new Duration(wall / 1e9, (THREADS.getCurrentThreadCpuTime() - processor) / 1e9);
  }

  /** The present, to be subtracted from a later one. */
  static Duration now() {
    return new Duration(System.nanoTime() / 1e9, SYSTEM.getProcessCpuTime() / 1e9);
  }

  /** What has passed between two presents. */
  Duration since(Duration earlier) {
    return new Duration(wall - earlier.wall, processor - earlier.processor);
  }

  /** A share of it. */
  Duration part(double share) {
    return new Duration(wall * share, processor * share);
  }

  /** An equal part of it. */
  Duration dividedBy(int parts) {
    return new Duration(wall / parts, processor / parts);
  }

  /** Medians of both times. */
  static Duration median(List<Duration> all) {
    return new Duration(middle(all, Duration::wall), middle(all, Duration::processor));
  }

  /** The shortest wall time, which others have disturbed the least. */
  static double fastest(List<Duration> all) {
    return all.stream().mapToDouble(Duration::wall).min().orElseThrow();
  }

  private static double middle(List<Duration> all, ToDoubleFunction<Duration> time) {
    return all.stream()
        .sorted(Comparator.comparingDouble(time))
        .mapToDouble(time)
        .skip(all.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
