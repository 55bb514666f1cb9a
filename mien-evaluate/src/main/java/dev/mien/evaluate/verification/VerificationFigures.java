package dev.mien.evaluate.verification;

import dev.mien.evaluate.report.Interval;
import java.util.List;

/**
 * Error rates of a set of comparisons.
 *
 * @param genuine comparisons of the same person, those that a failed picture prevented included:
 *     they count as not matched
 * @param genuineFailed how many of them were prevented
 * @param impostor comparisons of different people
 * @param impostorFailed comparisons of different people that a failed picture prevented; they are
 *     not among the former
 * @param intervals how the bounds were found: "bootstrap over persons" or "Wilson"
 * @param equalErrorRate where both error rates are the same
 * @param accuracy mean of both success rates at a threshold that was chosen on other folds
 * @param atFalseMatchRate at thresholds that reach a false match rate on these very comparisons
 * @param atScore at the scores that stand for a false match rate by the pack's calibration
 */
public record VerificationFigures(
    long genuine,
    long genuineFailed,
    long impostor,
    long impostorFailed,
    String intervals,
    Interval equalErrorRate,
    Accuracy accuracy,
    List<AtFalseMatchRate> atFalseMatchRate,
    List<AtScore> atScore) {

  /** Copies the lists. */
  public VerificationFigures {
    atFalseMatchRate = List.copyOf(atFalseMatchRate);
    atScore = List.copyOf(atScore);
  }

  /**
   * Accuracy by cross-validation.
   *
   * @param mean over the folds
   * @param standardError of the mean
   * @param folds that had comparisons of both kinds, at most 10
   * @param split how the folds were made
   */
  public record Accuracy(double mean, double standardError, int folds, String split) {}

  /**
   * Misses at a threshold that was found on the same comparisons.
   *
   * @param falseMatchRate that the threshold reaches; the figures are unknown when there are fewer
   *     than its inverse of comparisons
   * @param score the threshold
   * @param falseNonMatchRate share of the same person that do not match
   * @param trueAcceptRate share that does
   */
  public record AtFalseMatchRate(
      double falseMatchRate, double score, Interval falseNonMatchRate, Interval trueAcceptRate) {}

  /**
   * What happens at a score.
   *
   * @param score the threshold
   * @param nominal the false match rate that it stands for
   * @param falseMatchRate what was measured
   * @param falseNonMatchRate share of the same person that do not match
   */
  public record AtScore(
      double score, double nominal, Interval falseMatchRate, Interval falseNonMatchRate) {}
}
