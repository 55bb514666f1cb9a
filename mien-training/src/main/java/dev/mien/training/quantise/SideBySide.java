package dev.mien.training.quantise;

import ai.onnxruntime.OrtException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs a net and its copy in bytes by turns on the same items. Not thread-safe. */
final class SideBySide implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Runs of each net for one item, of which the fastest counts: others disturb, nothing helps. */
  private static final int RUNS = 3;

  private final Runner floats;
  private final Runner bytes;
  private final List<Double> floatMillis = new ArrayList<>();
  private final List<Double> byteMillis = new ArrayList<>();
  private final Map<String, Likeness> likenesses = new LinkedHashMap<>();

  SideBySide(Runner floats, Runner bytes) {
    this.floats = floats;
    this.bytes = bytes;
  }

  /** Runs both on one item. */
  void add(FloatBuffer values) throws OrtException {
    double leastFloat = Double.POSITIVE_INFINITY;
    double leastByte = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS; run++) {
      leastFloat = Math.min(leastFloat, millis(floats, values));
      leastByte = Math.min(leastByte, millis(bytes, values));
    }
    floatMillis.add(leastFloat);
    byteMillis.add(leastByte);
    Map<String, float[]> rounded = bytes.run(values);
    floats
        .run(values)
        .forEach(
            (output, exact) ->
                likenesses
                    .computeIfAbsent(output, _ -> new Likeness())
                    .add(exact, rounded.getOrDefault(output, new float[0])));
  }

  private static double millis(Runner runner, FloatBuffer values) throws OrtException {
    long start = THREADS.getCurrentThreadCpuTime();
    runner.run(values);
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
  }

  /** Times, their ratio and the likeness of every output, one a line. */
  String report() {
    double floatMedian = median(floatMillis);
    double byteMedian = median(byteMillis);
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "  %.2f ms in floats, %.2f ms in bytes: %.2f times as fast (medians of %d items)",
                floatMedian,
                byteMedian,
                floatMedian / byteMedian,
                floatMillis.size()));
    likenesses.forEach(
        (output, likeness) ->
            text.append(System.lineSeparator())
                .append("  ")
                .append(output)
                .append(": ")
                .append(likeness));
    return text.toString();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
  }

  @Override
  public void close() throws OrtException {
    floats.close();
    bytes.close();
  }
}
