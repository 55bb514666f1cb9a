package dev.mien.server.iai;

import dev.mien.gallery.score.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores as they are answered. */
final class Scores {
  private static final int DECIMALS = 2;

  private Scores() {}

  /**
   * Two decimals, rounded down: what falls short of a threshold must not look as if it reached it.
   */
  static double onWire(Score score) {
    return onWire(score.value());
  }

  /** The same for scores that are no error rates. */
  static double onWire(double score) {
    return BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.FLOOR).doubleValue();
  }
}
