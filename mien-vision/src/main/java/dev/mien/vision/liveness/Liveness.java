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

  /** Whether the face counts as alive. */
  public boolean isLive() {
    return score >= LIVE_FROM;
  }
}
