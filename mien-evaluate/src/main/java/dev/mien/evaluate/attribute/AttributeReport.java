package dev.mien.evaluate.attribute;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found out about attributes.
 *
 * @param subject what was measured
 * @param pictures how many, and which of them failed; these count neither as right nor as wrong
 * @param notMeasured columns that are known but that this pipeline says nothing of
 * @param ignored columns that neither label an attribute nor split the figures
 * @param attributes each label column's figures
 */
public record AttributeReport(
    Subject subject,
    Failures pictures,
    List<String> notMeasured,
    List<String> ignored,
    Map<String, Attribute> attributes) {

  /** Copies the collections. */
  public AttributeReport {
    notMeasured = List.copyOf(notMeasured);
    ignored = List.copyOf(ignored);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /**
   * One label column.
   *
   * @param attribute what it labels
   * @param training what the pack says of how the attribute's head was made and how good it is on
   *     data that it was not fitted to; empty for a rule
   * @param all figures of all faces
   * @param slices other column to value to the figures of the faces with that value
   */
  public record Attribute(
      String attribute,
      String training,
      AttributeFigures all,
      Map<String, Map<String, AttributeFigures>> slices) {

    /** Copies the map. */
    public Attribute {
      slices = Collections.unmodifiableMap(new LinkedHashMap<>(slices));
    }
  }
}
