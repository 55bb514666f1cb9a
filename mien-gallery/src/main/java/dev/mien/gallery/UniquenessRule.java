package dev.mien.gallery;

/**
 * How certain it must be that a face belongs to somebody who is in the group already, before a
 * person is not created.
 *
 * <p>The rate is that of the whole question, as reference documents count it for libraries: the
 * gallery divides it by the number of faces that it compares with, so that it holds in groups of
 * any size.
 *
 * @param falseAlarmRate how often a new person may be mistaken for a known one; above 0, at most 1
 */
public record UniquenessRule(double falseAlarmRate) {
  /** Refuses rates out of range with {@link IllegalArgumentException}. */
  public UniquenessRule {
    if (!(falseAlarmRate > 0 && falseAlarmRate <= 1)) {
      throw new IllegalArgumentException("a rate is above 0 and at most 1: " + falseAlarmRate);
    }
  }
}
