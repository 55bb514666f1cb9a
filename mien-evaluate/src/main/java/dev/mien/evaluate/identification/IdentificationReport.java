package dev.mien.evaluate.identification;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found out about searches in a gallery. Bounds by bootstrap over the probes' persons.
 *
 * @param subject what was measured
 * @param gallery the enrolled pictures, and which of them failed
 * @param probes the searched pictures, and which of them failed
 * @param persons enrolled; one whose pictures all failed counts too
 * @param enrolledPictures all pictures of the gallery
 * @param mated probes of enrolled persons; a failed one is never found
 * @param nonMated probes of others; a failed one is left out
 * @param searches figures of each way to search: "persons", where all faces of a person count as
 *     one, as SearchPersons does, and "faces", where the most similar one counts, as SearchFaces
 *     does
 */
public record IdentificationReport(
    Subject subject,
    Failures gallery,
    Failures probes,
    int persons,
    int enrolledPictures,
    int mated,
    int nonMated,
    Map<String, Figures> searches) {

  /** Copies the map. */
  public IdentificationReport {
    searches = Collections.unmodifiableMap(new LinkedHashMap<>(searches));
  }

  /**
   * Figures of one way to search.
   *
   * @param rank1 share of the mated probes whose person has the highest score
   * @param rank5 share whose person is among the five highest
   * @param open misses when strangers must be told apart too
   */
  public record Figures(Interval rank1, Interval rank5, List<OpenSet> open) {

    /** Copies the list. */
    public Figures {
      open = List.copyOf(open);
    }
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
