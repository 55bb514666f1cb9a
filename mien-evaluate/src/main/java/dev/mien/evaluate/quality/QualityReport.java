package dev.mien.evaluate.quality;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Subject;
import java.util.List;

/**
 * Whether the quality score tells which pictures are not recognised: as the pictures of the least
 * quality are discarded, misses should fall.
 *
 * @param subject what was measured
 * @param pictures how many, and which of them failed; these have no quality and are no part of the
 *     curve
 * @param medianQuality of the pictures
 * @param thresholdFalseMatchRate at which misses are told; the threshold is found on all
 *     comparisons and then kept
 * @param score that threshold
 * @param curve misses by the share that is discarded
 * @param areaTo30Percent mean of the misses from nothing to 30 % discarded, over the misses at
 *     nothing discarded: 1 for a score that tells nothing, less for a better one
 */
public record QualityReport(
    Subject subject,
    Failures pictures,
    double medianQuality,
    double thresholdFalseMatchRate,
    double score,
    List<Discard> curve,
    double areaTo30Percent) {

  /** Copies the list. */
  public QualityReport {
    curve = List.copyOf(curve);
  }

  /**
   * A point of the curve.
   *
   * @param discarded share of the pictures
   * @param leastQuality of the pictures that are kept
   * @param genuine comparisons of the same person that are left
   * @param falseNonMatchRate share of them that do not match
   */
  public record Discard(
      double discarded, double leastQuality, long genuine, double falseNonMatchRate) {}
}
