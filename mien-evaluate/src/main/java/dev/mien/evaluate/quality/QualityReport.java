package dev.mien.evaluate.quality;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pictures QualityControl accepts, and whether the quality score tells which pictures are not
 * recognised: as the pictures of the least quality are discarded, misses should fall. Of pictures
 * whose persons are not known there is no such curve.
 *
 * @param subject what was measured
 * @param pictures how many, and which of them failed; these have no quality and are no part of the
 *     curve
 * @param levels what each level of QualityControl does, by part of the pictures; "all" comes first
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
    Map<String, List<AtLevel>> levels,
    double medianQuality,
    double thresholdFalseMatchRate,
    double score,
    List<Discard> curve,
    double areaTo30Percent) {

  /** Copies the list. */
  public QualityReport {
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
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

  /**
   * What a level of QualityControl does.
   *
   * @param level 1 to 4; 0 accepts everything
   * @param faces that were assessed
   * @param accepted share of them
   * @param refusedFor share of them by the value for which they are refused, the most frequent
   *     first; a face may be refused for several
   */
  public record AtLevel(int level, long faces, Interval accepted, Map<String, Double> refusedFor) {

    /** Copies the map. */
    public AtLevel {
      refusedFor = Collections.unmodifiableMap(new LinkedHashMap<>(refusedFor));
    }
  }
}
