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
 * @param medianError median of them
 * @param over10Percent share of all labelled faces whose error is above 10 %, or that were not
 *     found
 * @param areaTo8Percent area under the share of faces by error, from 0 to 8 %, as a share of what
 *     perfect points have; faces not found count as never reached
 * @param parts mean error of the points of each part
 */
public record LandmarkReport(
    Subject subject,
    Failures pictures,
    String scheme,
    int faces,
    int notFound,
    Interval meanError,
    Interval medianError,
    Interval over10Percent,
    double areaTo8Percent,
    Map<String, Double> parts) {

  /** Copies the map. */
  public LandmarkReport {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }
}
