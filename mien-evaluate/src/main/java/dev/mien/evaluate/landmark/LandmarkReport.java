package dev.mien.evaluate.landmark;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far off the points of faces are. Errors are the mean distance of a face's points over the
 * distance of its eyes (outer corners for 68 points, middles for five); bounds by bootstrap over
 * faces.
 *
 * @param subject what was measured
 * @param pictures how many, and which of them failed
 * @param scheme which points
 * @param faces labelled ones
 * @param notFound of them: no face was found whose points are within 30 % of the eyes' distance
 * @param meanError mean of the faces that were found
 * @param meshError the same of the mesh's own points, to compare with
 * @param medianError median of them
 * @param over10Percent share of all labelled faces whose error is above 10 %, or that were not
 *     found
 * @param areaTo8Percent area under the share of faces by error, from 0 to 8 %, as a share of what
 *     perfect points have; faces not found count as never reached
 * @param parts mean error of the points of each part
 * @param outlines of the 90 points that AnalyzeFace answers, by part: the mean distance of those
 *     that correspond to labels, from the labelled outline or, for the nose, from their labels;
 *     empty for five points
 */
public record LandmarkReport(
    Subject subject,
    Failures pictures,
    String scheme,
    int faces,
    int notFound,
    Interval meanError,
    Interval meshError,
    Interval medianError,
    Interval over10Percent,
    double areaTo8Percent,
    Map<String, Double> parts,
    Map<String, Double> outlines) {

  /** Copies the maps. */
  public LandmarkReport {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    outlines = Collections.unmodifiableMap(new LinkedHashMap<>(outlines));
  }
}
