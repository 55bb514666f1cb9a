package dev.mien.evaluate.quality;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.quality.QualityReport.Discard;
import dev.mien.evaluate.statistics.ErrorRates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Misses by the share of pictures that is discarded. A comparison is as good as its worse picture.
 *
 * @param medianQuality of the pictures
 * @param threshold a fixed score
 * @param points by rising share
 * @param area see {@link QualityReport}
 */
record DiscardCurve(double medianQuality, double threshold, List<Discard> points, double area) {
  private static final double STEP = 0.02;
  private static final int STEPS = 25;
  private static final int STEPS_OF_AREA = 15;

  DiscardCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve.
   *
   * @param qualities of the pictures
   * @param genuine of each comparison of the same person: the quality of its worse picture
   * @param scores of these comparisons
   * @param impostors scores of comparisons of different people, which place the threshold
   */
  static DiscardCurve of(
      double[] qualities, double[] genuine, float[] scores, float[] impostors, double rate)
      throws EvaluationException {
    double threshold = new ErrorRates(scores, impostors, 0).threshold(rate);
    if (Double.isNaN(threshold) || scores.length == 0) {
      throw new EvaluationException(
          "too few pictures of the same and of different people to tell misses at a false match"
              + " rate of "
              + rate);
    }
    double[] sorted = qualities.clone();
    Arrays.sort(sorted);
    List<Discard> points = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      double share = step * STEP;
      points.add(point(share, sorted[(int) (share * sorted.length)], genuine, scores, threshold));
    }
    double area =
        points.stream()
                .limit(STEPS_OF_AREA + 1)
                .mapToDouble(Discard::falseNonMatchRate)
                .average()
                .orElse(Double.NaN)
            / points.getFirst().falseNonMatchRate();
    return new DiscardCurve(sorted[sorted.length / 2], threshold, points, area);
  }

  private static Discard point(
      double share, double least, double[] genuine, float[] scores, double threshold) {
    long kept = 0;
    long missed = 0;
    for (int i = 0; i < scores.length; i++) {
      if (genuine[i] >= least) {
        kept++;
        missed += scores[i] < threshold ? 1 : 0;
      }
    }
    return new Discard(share, least, kept, (double) missed / kept);
  }
}
