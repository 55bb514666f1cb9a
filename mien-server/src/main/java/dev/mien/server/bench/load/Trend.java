package dev.mien.server.bench.load;

import java.util.Arrays;

/**
 * Whether something grows. The slope is that of Theil and Sen, the median of the slopes between any
 * two readings, which a few odd readings do not move (P. K. Sen, 1968).
 *
 * @param median of the readings
 * @param growth by the slope, from the first reading to the last
 */
record Trend(double median, double growth) {

  /** The trend of readings that were made at regular intervals; there is at least one. */
  static Trend of(double[] readings) {
    if (readings.length == 0) {
      throw new IllegalArgumentException("nothing was read");
    }
    int count = readings.length;
    double[] slopes = new double[count * (count - 1) / 2];
    int next = 0;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        slopes[next++] = (readings[j] - readings[i]) / (j - i);
      }
    }
    double slope = slopes.length == 0 ? 0 : median(slopes);
    return new Trend(median(readings.clone()), slope * (count - 1));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
