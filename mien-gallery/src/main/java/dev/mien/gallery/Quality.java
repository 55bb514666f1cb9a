package dev.mien.gallery;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How fit a face is for recognition: a score of 0 to 100 by the engine that has seen its picture,
 * or unknown. One object a value, so that a face's takes no more than a reference.
 *
 * <p>A person's faces are weighed by it when they are made one (docs/adr/0032).
 */
public final class Quality {
  /** The highest score. */
  public static final int SCORE_MAX = 100;

  /**
   * The mean score of the development faces as they are: what a face of unknown quality is taken
   * for.
   */
  private static final int ORDINARY_SCORE = 91;

  /**
   * What every face counts, in points of the score: the best counts three times as much as the
   * worst, and none counts nothing. With less, good faces cost more than bad ones bring
   * (docs/adr/0032 has the trials).
   */
  private static final int COMMON_WEIGHT = 50;

  private static final Quality[] KNOWN =
      IntStream.rangeClosed(0, SCORE_MAX).mapToObj(Quality::known).toArray(Quality[]::new);

  /** Of faces whose picture was not looked at for it, as in earlier versions. */
  public static final Quality UNKNOWN = new Quality(OptionalInt.empty(), 1);

  private final OptionalInt score;
  private final double weight;

  private Quality(OptionalInt score, double weight) {
    this.score = score;
    this.weight = weight;
  }

  private static Quality known(int score) {
    double weight = (double) (COMMON_WEIGHT + score) / (COMMON_WEIGHT + ORDINARY_SCORE);
    return new Quality(OptionalInt.of(score), weight);
  }

  /**
   * The quality of a score.
   *
   * @param score 0..100, else {@link IllegalArgumentException}
   */
  public static Quality of(int score) {
    if (score < 0 || score > SCORE_MAX) {
      throw new IllegalArgumentException("a quality is 0 to " + SCORE_MAX + ": " + score);
    }
    return KNOWN[score];
  }

  /** The score, 0..100; empty if it is unknown. */
  public OptionalInt score() {
    return score;
  }

  /**
   * How much the face counts among those of its person, above 0: it grows evenly with the score,
   * and is 1 where that is unknown. Faces that are all unknown so have the plain mean, to the last
   * bit.
   */
  double weight() {
    return weight;
  }

  /** The score as a text. */
  @Override
  public String toString() {
    return score.isPresent() ? Integer.toString(score.getAsInt()) : "unknown";
  }
}
