package dev.mien.evaluate.detection;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found out about the detection of faces.
 *
 * @param subject what was measured
 * @param pictures how many, and which of them failed
 * @param minFaceSize smallest face asked for, in pixels
 * @param foundOverlap intersection over union from which a label is found
 * @param ignoreOverlap from which a box is about a face that need not be found
 * @param all figures of all required faces
 * @param largeEnough figures when only required faces of at least the smallest size must be found
 * @param recallBy label column to value to the recall of the required faces with that value
 */
public record DetectionReport(
    Subject subject,
    Failures pictures,
    int minFaceSize,
    double foundOverlap,
    double ignoreOverlap,
    Figures all,
    Figures largeEnough,
    Map<String, Map<String, Interval>> recallBy) {

  /** Copies the map. */
  public DetectionReport {
    recallBy = Collections.unmodifiableMap(new LinkedHashMap<>(recallBy));
  }

  /**
   * Figures for a choice of required faces; bounds by bootstrap over pictures.
   *
   * @param required faces that must be found
   * @param found how many of them were
   * @param falseBoxes boxes that are on no labelled face, or a second one on a face
   * @param ignored boxes on faces that need not be found
   * @param recall found of required
   * @param averagePrecision area under precision by recall
   */
  public record Figures(
      int required,
      int found,
      int falseBoxes,
      int ignored,
      Interval recall,
      Interval averagePrecision) {}
}
