package dev.mien.server.legacy;

import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.score.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores as they are answered, and what they decide. */
final class Scores {
  private static final int DECIMALS = 2;

  /** Where two faces count as one person's: one false match in 100000, as in IAI's VerifyFace. */
  private static final double MATCH_FALSE_RATE = 1e-5;

  private Scores() {}

  /** Two decimals, rounded down: what falls short of a limit must not look as if it reached it. */
  static double onWire(Score score) {
    return BigDecimal.valueOf(score.value()).setScale(DECIMALS, RoundingMode.FLOOR).doubleValue();
  }

  /** Whether a score of a model version means the same person. */
  static boolean isMatch(Score score, ModelVersion version) {
    return score.reaches(version.scoreLine().score(MATCH_FALSE_RATE));
  }
}
