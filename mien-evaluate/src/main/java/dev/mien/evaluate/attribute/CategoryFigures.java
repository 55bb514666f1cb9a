package dev.mien.evaluate.attribute;

import dev.mien.evaluate.report.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the class of an attribute is right.
 *
 * @param faces labelled faces that were found
 * @param accuracy share that is right; bounds by Wilson
 * @param balancedAccuracy mean of the classes' own accuracies, so that a rare class counts as much
 * @param alwaysCommonest accuracy of saying the commonest class of every face, to compare with
 * @param classes the classes' names, in the order of the confusion matrix
 * @param perClass for each labelled class the share that is told right
 * @param confusion faces by labelled and then by predicted class
 * @param calibrationError mean distance of probability and accuracy, weighted by faces (expected
 *     calibration error of ten bins); unknown without probabilities
 * @param reliability accuracy by probability
 */
public record CategoryFigures(
    int faces,
    Interval accuracy,
    double balancedAccuracy,
    double alwaysCommonest,
    List<String> classes,
    Map<String, Interval> perClass,
    List<List<Long>> confusion,
    double calibrationError,
    List<Reliability> reliability)
    implements AttributeFigures {

  /** Copies the collections. */
  public CategoryFigures {
    classes = List.copyOf(classes);
    perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
    confusion = confusion.stream().map(List::copyOf).toList();
    reliability = List.copyOf(reliability);
  }

  /**
   * Faces whose probability lies in one tenth.
   *
   * @param faces how many
   * @param probability their mean
   * @param accuracy share of them that is right
   */
  public record Reliability(int faces, double probability, double accuracy) {}
}
