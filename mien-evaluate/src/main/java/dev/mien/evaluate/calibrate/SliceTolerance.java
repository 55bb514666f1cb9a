package dev.mien.evaluate.calibrate;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many times more often than a score says the worst slice may err. One factor for all scores,
 * or one for each of some false match rates that scores stand for: between two of these the factor
 * lies on a straight line over the logarithm of the rate, beyond them it is that of the nearest.
 *
 * <p>A lower factor holds the table up for all others, who are then taken for each other more
 * rarely than their score says; a higher one lets the slices differ more.
 *
 * @param byLogRate factors of at least 1 by the decimal logarithm of a rate, at least one; what a
 *     slice may err by, a rate times its factor, is the less the lower the rate is; copied
 */
public record SliceTolerance(NavigableMap<Double, Double> byLogRate) {

  /** Refuses factors and rates out of range with {@link IllegalArgumentException}. */
  public SliceTolerance {
    byLogRate = Collections.unmodifiableNavigableMap(new TreeMap<>(byLogRate));
    if (byLogRate.isEmpty()) {
      throw new IllegalArgumentException("a tolerance needs a factor");
    }
    double lower = 0;
    for (Map.Entry<Double, Double> entry : byLogRate.entrySet()) {
      double rate = Math.pow(10, entry.getKey());
      double factor = entry.getValue();
      if (!(factor >= 1)) {
        throw new IllegalArgumentException("a factor must be at least 1: " + factor);
      }
      if (!(rate > 0 && rate <= 1)) {
        throw new IllegalArgumentException("a rate must be above 0 and at most 1: " + rate);
      }
      if (rate * factor <= lower) {
        throw new IllegalArgumentException(
            "at a rate of %s a slice might err more rarely than at a lower rate".formatted(rate));
      }
      lower = rate * factor;
    }
  }

  /**
   * The same for all scores.
   *
   * @param factor at least 1; infinity to look at the sets alone
   */
  public static SliceTolerance of(double factor) {
    return new SliceTolerance(new TreeMap<>(Map.of(0.0, factor)));
  }

  /**
   * Reads {@code FACTOR} or {@code RATE=FACTOR[,RATE=FACTOR…]}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static SliceTolerance parse(String text) {
    if (text.indexOf('=') < 0) {
      return of(Double.parseDouble(text));
    }
    NavigableMap<Double, Double> byLogRate = new TreeMap<>();
    for (String entry : text.split(",", -1)) {
      int sign = entry.indexOf('=');
      if (sign < 0) {
        throw new IllegalArgumentException("no RATE=FACTOR: " + entry);
      }
      double logRate = Math.log10(Double.parseDouble(entry.substring(0, sign)));
      if (byLogRate.put(logRate, Double.parseDouble(entry.substring(sign + 1))) != null) {
        throw new IllegalArgumentException("a rate has two factors: " + entry);
      }
    }
    return new SliceTolerance(byLogRate);
  }

  /** The factor at the logarithm of a rate. */
  double at(double logRate) {
    Map.Entry<Double, Double> low = byLogRate.floorEntry(logRate);
    Map.Entry<Double, Double> high = byLogRate.ceilingEntry(logRate);
    if (low == null || high == null) {
      return requireNonNull(low == null ? high : low, "there is a factor").getValue();
    }
    double apart = high.getKey() - low.getKey();
    double share = apart == 0 ? 0 : (logRate - low.getKey()) / apart;
    return low.getValue() + share * (high.getValue() - low.getValue());
  }
}
