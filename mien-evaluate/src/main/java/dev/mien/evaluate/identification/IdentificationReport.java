package dev.mien.evaluate.identification;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import java.util.List;

/**
 * What was found out about searches in a gallery. Bounds by bootstrap over the probes' persons.
 *
 * @param subject what was measured
 * @param gallery the enrolled pictures, and which of them failed
 * @param probes the searched pictures, and which of them failed
 * @param persons enrolled; one whose pictures all failed counts too
 * @param mated probes of enrolled persons; a failed one is never found
 * @param nonMated probes of others; a failed one is left out
 * @param rank1 share of the mated probes whose person has the highest score
 * @param rank5 share whose person is among the five highest
 * @param open misses when strangers must be told apart too
 */
public record IdentificationReport(
    Subject subject,
    Failures gallery,
    Failures probes,
    int persons,
    int mated,
    int nonMated,
    Interval rank1,
    Interval rank5,
    List<OpenSet> open) {

  /** Copies the list. */
  public IdentificationReport {
    open = List.copyOf(open);
  }

  /**
   * Misses at a share of false alarms.
   *
   * @param falsePositiveRate share of the non-mated probes (FPIR) for which anybody reaches the
   *     threshold; unknown when there are too few of them
   * @param score the threshold
   * @param falseNegativeRate share of the mated probes (FNIR) whose person does not come first, or
   *     stays below the threshold
   */
  public record OpenSet(double falsePositiveRate, double score, Interval falseNegativeRate) {}
}
