package dev.mien.vision.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reduces the many boxes that a detector gives for one face to one. */
public final class Overlaps {

  private Overlaps() {}

  /**
   * Greedy non-maximum suppression: the best candidate is kept, those that overlap it are dropped,
   * and so on. Ties keep the given order. Two candidates that are turned away from each other stay
   * both: a detector that is shown a face on its side may be surer of a wrong way up.
   *
   * @param maxOverlap intersection over union from which two boxes are of one face
   * @param limit how many are kept at most
   */
  public static List<Candidate> suppress(List<Candidate> candidates, double maxOverlap, int limit) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparingDouble(Candidate::score).reversed());
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : sorted) {
      if (kept.size() == limit) {
        break;
      }
      if (kept.stream().noneMatch(better -> isSame(better, candidate, maxOverlap))) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private static boolean isSame(Candidate one, Candidate other, double maxOverlap) {
    return one.box().intersectionOverUnion(other.box()) > maxOverlap
        && Math.cos(one.angleRadians() - other.angleRadians()) > 0;
  }
}
