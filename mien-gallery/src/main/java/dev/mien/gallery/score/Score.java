package dev.mien.gallery.score;

/**
 * How sure it is that two faces are one person's: 0 to 100. A {@link ScoreLine} says which error
 * rate a score stands for.
 *
 * @param value 0 to 100
 */
public record Score(double value) implements Comparable<Score> {
  /** The lowest value. */
  public static final double MIN = 0;

  /** The highest value, which the same template twice reaches. */
  public static final double MAX = 100;

  /** Refuses what is not within 0..100 with {@link IllegalArgumentException}. */
  public Score {
    if (!(value >= MIN && value <= MAX)) {
      throw new IllegalArgumentException("a score is within 0..100: " + value);
    }
  }

  /** Whether this score reaches a threshold, which it does when equal. */
  public boolean reaches(Score threshold) {
    return value >= threshold.value;
  }

  /** Whether this score is above a threshold, which it is not when equal. */
  public boolean exceeds(Score threshold) {
    return value > threshold.value;
  }

  @Override
  public int compareTo(Score other) {
    return Double.compare(value, other.value);
  }
}
