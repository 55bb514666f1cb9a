package dev.mien.vision.attribute;

import java.util.List;

/**
 * A linear function of some blocks of features and what its sums mean. Its calibration is part of
 * the numbers. Immutable and thread-safe.
 */
public final class Head {

  /** What the sums mean. */
  public enum Link {
    /** One sum: the value itself. */
    IDENTITY,
    /** One sum: the logarithm of the odds of the second class of two. */
    LOGISTIC,
    /** A sum for each class: the logarithms of the probabilities, up to what they share. */
    SOFTMAX
  }

  private final Link link;
  private final List<FeatureBlock> blocks;
  private final List<String> classes;
  private final float[][] weights;
  private final double[] bias;

  /**
   * Takes the arrays as they are: the caller must never write to them again.
   *
   * @param blocks what it looks at, in the order of the weights
   * @param classes their names; one for {@link Link#IDENTITY}, two for {@link Link#LOGISTIC}
   * @param weights by sum, then by feature
   * @param bias by sum
   * @throws IllegalArgumentException when the sizes do not agree
   */
  public Head(
      Link link,
      List<FeatureBlock> blocks,
      List<String> classes,
      float[][] weights,
      double[] bias) {
    this.link = link;
    this.blocks = List.copyOf(blocks);
    this.classes = List.copyOf(classes);
    this.weights = weights;
    this.bias = bias;
    int length = blocks.stream().mapToInt(FeatureBlock::length).sum();
    boolean fits =
        switch (link) {
          case IDENTITY -> classes.size() == 1;
          case LOGISTIC -> classes.size() == 2;
          case SOFTMAX -> classes.size() > 1;
        };
    int sums = sums(link, classes.size());
    if (!fits || weights.length != sums || bias.length != sums) {
      throw new IllegalArgumentException(
          "%s with %d classes, %d biases and %d rows of weights"
              .formatted(link, classes.size(), bias.length, weights.length));
    }
    for (float[] row : weights) {
      if (row.length != length) {
        throw new IllegalArgumentException(row.length + " weights for " + length + " features");
      }
    }
  }

  /** How many sums there are for so many classes. */
  public static int sums(Link link, int classes) {
    return link == Link.SOFTMAX ? classes : 1;
  }

  /** What the sums mean. */
  public Link link() {
    return link;
  }

  /** What it looks at. */
  public List<FeatureBlock> blocks() {
    return blocks;
  }

  /** The names of the classes. */
  public List<String> classes() {
    return classes;
  }

  /** The value of a head with link {@link Link#IDENTITY}. */
  public double value(FaceFeatures features) {
    if (link != Link.IDENTITY) {
      throw new IllegalStateException("a head of classes " + classes + " has no one value");
    }
    return sums(features)[0];
  }

  /** The probabilities of the classes; their sum is 1. */
  public double[] probabilities(FaceFeatures features) {
    return switch (link) {
      case IDENTITY -> throw new IllegalStateException("a head of one value has no classes");
      case LOGISTIC -> softmax(new double[] {0, sums(features)[0]});
      case SOFTMAX -> softmax(sums(features));
    };
  }

  private double[] sums(FaceFeatures features) {
    double[] sums = bias.clone();
    int from = 0;
    for (FeatureBlock block : blocks) {
      float[] values = features.block(block);
      for (int k = 0; k < sums.length; k++) {
        float[] row = weights[k];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
          sum += row[from + i] * values[i];
        }
        sums[k] += sum;
      }
      from += values.length;
    }
    return sums;
  }

  private static double[] softmax(double[] sums) {
    double max = Double.NEGATIVE_INFINITY;
    for (double sum : sums) {
      max = Math.max(max, sum);
    }
    double total = 0;
    double[] probabilities = new double[sums.length];
    for (int k = 0; k < sums.length; k++) {
      probabilities[k] = Math.exp(sums[k] - max);
      total += probabilities[k];
    }
    for (int k = 0; k < sums.length; k++) {
      probabilities[k] /= total;
    }
    return probabilities;
  }
}
