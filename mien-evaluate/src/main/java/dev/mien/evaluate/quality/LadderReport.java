package dev.mien.evaluate.quality;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What quality and QualityControl say of good faces that were made worse. A face that is no longer
 * found has a score of 0 and is refused by every level.
 *
 * @param subject what was measured
 * @param pictures that were asked for good faces, and which of them failed
 * @param goodFaces how many have one that level 4 accepts, there and cut out
 * @param asTheyAre what is said of those that were taken
 * @param ladders damages in steps
 * @param things drawn over the faces
 * @param flaws the problems that the reference names, alone and together
 */
public record LadderReport(
    Subject subject,
    Failures pictures,
    int goodFaces,
    Figures asTheyAre,
    List<Rungs> ladders,
    Map<String, Figures> things,
    List<WithFlaws> flaws) {

  /** Copies the collections. */
  public LadderReport {
    ladders = List.copyOf(ladders);
    things = Collections.unmodifiableMap(new LinkedHashMap<>(things));
    flaws = List.copyOf(flaws);
  }

  /**
   * What is said of faces under one damage.
   *
   * @param faces that were damaged
   * @param found share of them that is still found
   * @param score mean
   * @param sharpness mean over those that are found
   * @param brightness likewise
   * @param completeness likewise, by part
   * @param accepted share that each level accepts, 1 to 4
   * @param refusedFor share that level 3 refuses, by the value for which it does, the most frequent
   *     first
   */
  public record Figures(
      int faces,
      Interval found,
      Interval score,
      double sharpness,
      double brightness,
      Map<String, Double> completeness,
      List<Interval> accepted,
      Map<String, Double> refusedFor) {

    /** Copies the collections. */
    public Figures {
      completeness = Collections.unmodifiableMap(new LinkedHashMap<>(completeness));
      accepted = List.copyOf(accepted);
      refusedFor = Collections.unmodifiableMap(new LinkedHashMap<>(refusedFor));
    }
  }

  /**
   * A damage in steps.
   *
   * @param damage its name
   * @param unit of its strength
   * @param falling share of the faces whose score is lower at every step than at the one before,
   *     the face as it is being the first, or has come to 0
   * @param neverRising share of the faces whose score is higher at no step than at the one before
   * @param hardlyRising share of the faces whose score is higher by more than 1 at no step
   * @param steps by rising damage
   */
  public record Rungs(
      String damage,
      String unit,
      Interval falling,
      Interval neverRising,
      Interval hardlyRising,
      List<Step> steps) {

    /** Copies the list. */
    public Rungs {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step of a ladder.
   *
   * @param strength in the ladder's unit
   * @param figures what is said there
   */
  public record Step(double strength, Figures figures) {}

  /**
   * Problems that the reference names.
   *
   * @param flaws in words
   * @param refusedFrom the lowest level that refuses them in the reference's words
   * @param asWorded share of the faces that this level and those above refuse and those below
   *     accept
   * @param named share of the faces that are refused with each of the flaws named
   * @param figures what is said of them
   */
  public record WithFlaws(
      String flaws, int refusedFrom, Interval asWorded, Interval named, Figures figures) {}
}
