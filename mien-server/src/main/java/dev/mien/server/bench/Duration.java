package dev.mien.server.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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

  /** Measures work in this process. */
  static Duration of(Runnable work) {
    long processor = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    wall = System.nanoTime() - wall;
    return new Duration(wall / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
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
