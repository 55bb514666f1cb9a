package dev.mien.evaluate.verification;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found out about the verification of persons.
 *
 * @param subject what was measured
 * @param pictures how many, and which of them failed
 * @param all figures of all comparisons
 * @param slices column to value to the figures of the comparisons in which both pictures, or the
 *     pair, have that value
 */
public record VerificationReport(
    Subject subject,
    Failures pictures,
    VerificationFigures all,
    Map<String, Map<String, VerificationFigures>> slices) {

  /** Copies the map. */
  public VerificationReport {
    slices = Collections.unmodifiableMap(new LinkedHashMap<>(slices));
  }
}
