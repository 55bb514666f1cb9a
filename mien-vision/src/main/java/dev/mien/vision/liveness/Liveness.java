package dev.mien.vision.liveness;

/**
 * How likely a face was alive.
 *
 * @param score 0..100; a live face from {@link #LIVE_FROM} on
 */
public record Liveness(double score) {

  /**
   * The score from which a face counts as alive: the threshold that the published API recommends.
   */
  public static final double LIVE_FROM = 40;

  private static final double MAX = 100;

  /**
   * The probability at which the development pictures are best divided; it is given the score of
   * the recommended threshold.
   */
  static final double DIVIDING_PROBABILITY = 0.5;

  public Liveness {
    if (!(score >= 0 && score <= MAX)) {
      throw new IllegalArgumentException("a liveness score must be 0..100: " + score);
    }
  }

  static Liveness ofProbability(double probability) {
    return new Liveness(
        probability < DIVIDING_PROBABILITY
            ? LIVE_FROM * probability / DIVIDING_PROBABILITY
            : LIVE_FROM
                + (MAX - LIVE_FROM)
                    * (probability - DIVIDING_PROBABILITY)
                    / (1 - DIVIDING_PROBABILITY));
  }

  /**
   * The score on the scale of an API that recommends another threshold: straight from 0 to the one
   * threshold to the other, and from there to 100.
   *
   * @param liveFrom that threshold, between 0 and 100
   */
  public double onScale(double liveFrom) {
    return score < LIVE_FROM
        ? score * liveFrom / LIVE_FROM
        : liveFrom + (score - LIVE_FROM) * (MAX - liveFrom) / (MAX - LIVE_FROM);
  }

  /** Whether the face counts as alive. */
  public boolean isLive() {
    return score >= LIVE_FROM;
  }
}
