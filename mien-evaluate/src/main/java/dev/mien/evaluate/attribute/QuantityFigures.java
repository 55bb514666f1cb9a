package dev.mien.evaluate.attribute;

import dev.mien.evaluate.report.Interval;

/**
 * How far off a number is, in its own unit.
 *
 * @param faces labelled faces that were found
 * @param meanAbsoluteError with bounds by bootstrap over faces
 * @param medianAbsoluteError half of the faces are nearer
 * @param bias mean of predicted less labelled
 * @param withinFive share of the faces that are at most 5 off
 * @param withinTen share that are at most 10 off
 */
public record QuantityFigures(
    int faces,
    Interval meanAbsoluteError,
    double medianAbsoluteError,
    double bias,
    Interval withinFive,
    Interval withinTen)
    implements AttributeFigures {}
