package dev.mien.gallery.score;

import java.util.List;

/**
 * What similarities of one embedder mean: a table from similarity to false match rate, measured on
 * pairs of different persons.
 *
 * <p>Between two points the logarithm of the rate is interpolated linearly. Below the first point
 * it runs to rate 1 at similarity -1, above the last to {@link #RATE_AT_IDENTITY} at similarity 1:
 * the tail that no set of pairs is large enough to measure. Immutable.
 *
 * @param points at least one, by rising similarity and strictly falling rate
 */
public record Calibration(List<Point> points) {
  /** The rate at which identical templates are placed: the end of both score lines. */
  public static final double RATE_AT_IDENTITY = 1e-9;

  /** Inner products of one unit vector of floats with itself miss 1 by less than this. */
  private static final double IDENTITY_TOLERANCE = 1e-6;

  private static final Point BOTTOM = new Point(-1, 1);
  private static final Point TOP = new Point(1, RATE_AT_IDENTITY);

  /**
   * Refuses a table that is empty, unsorted or not falling with {@link IllegalArgumentException}.
   */
  public Calibration {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a calibration has at least one point");
    }
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point point = points.get(i);
      if (point.similarity <= before.similarity || point.falseMatchRate >= before.falseMatchRate) {
        throw new IllegalArgumentException(
            "similarity must rise and rate must fall from %s to %s".formatted(before, point));
      }
    }
  }

  /**
   * One row of the table.
   *
   * @param similarity within -1..1; strictly inside for a measured point
   * @param falseMatchRate share of pairs of different persons that reach the similarity, from
   *     {@link #RATE_AT_IDENTITY} to 1
   */
  public record Point(double similarity, double falseMatchRate) {
    /** Refuses values out of their ranges with {@link IllegalArgumentException}. */
    public Point {
      if (!(similarity >= -1 && similarity <= 1)) {
        throw new IllegalArgumentException("a similarity is within -1..1: " + similarity);
      }
      if (!(falseMatchRate >= RATE_AT_IDENTITY && falseMatchRate <= 1)) {
        throw new IllegalArgumentException(
            "a measured false match rate is within 1e-9..1: " + falseMatchRate);
      }
    }
  }

  /**
   * The rate of pairs of different persons that are at least this similar.
   *
   * @param similarity an inner product of unit vectors; rounding errors beyond -1..1 are forgiven
   */
  public double falseMatchRate(double similarity) {
    if (Double.isNaN(similarity)) {
      throw new IllegalArgumentException("the similarity is not a number");
    }
    if (similarity >= 1 - IDENTITY_TOLERANCE) {
      return RATE_AT_IDENTITY;
    }
    double inside = Math.max(similarity, -1);
    Point lower = BOTTOM;
    for (Point upper : points) {
      if (inside < upper.similarity) {
        return between(lower, upper, inside);
      }
      lower = upper;
    }
    return between(lower, TOP, inside);
  }

  /** Log-linear interpolation. */
  private static double between(Point lower, Point upper, double similarity) {
    if (upper.similarity <= lower.similarity) {
      return upper.falseMatchRate; // a measured point that lies on an end of the axis
    }
    double share = (similarity - lower.similarity) / (upper.similarity - lower.similarity);
    double logLower = Math.log(lower.falseMatchRate);
    return Math.clamp(
        Math.exp(logLower + share * (Math.log(upper.falseMatchRate) - logLower)),
        RATE_AT_IDENTITY,
        1);
  }
}
