package dev.mien.gallery.score;

/**
 * Two-way between false match rates and scores: {@code score = start - 10 log10(FMR)}, clipped to
 * 0..100. Ten points more are an error rate ten times smaller. The points that the reference
 * documents publish for each model version all lie on its line.
 */
public enum ScoreLine {
  /** Model version 3.0: 40, 50 and 60 stand for FMR 0.1 %, 0.01 % and 0.001 %. */
  FROM_10(10),
  /** Model version 2.0: 70, 80 and 90 stand for FMR 0.1 %, 0.01 % and 0.001 %. */
  FROM_40(40);

  private static final double POINTS_PER_DECADE = 10;

  private final double start;

  ScoreLine(double start) {
    this.start = start;
  }

  /**
   * The score that stands for a false match rate.
   *
   * @param falseMatchRate above 0 and at most 1
   */
  public Score score(double falseMatchRate) {
    if (!(falseMatchRate > 0 && falseMatchRate <= 1)) {
      throw new IllegalArgumentException("not a false match rate: " + falseMatchRate);
    }
    return new Score(
        Math.clamp(start - POINTS_PER_DECADE * Math.log10(falseMatchRate), Score.MIN, Score.MAX));
  }

  /** The false match rate that a score stands for, at most 1. */
  public double falseMatchRate(Score score) {
    return Math.min(1, Math.pow(10, (start - score.value()) / POINTS_PER_DECADE));
  }
}
