package dev.mien.training;

import dev.mien.vision.attribute.FeatureBlock;
import dev.mien.vision.attribute.HeadRole;
import java.util.List;
import java.util.function.Function;

/**
 * A head to train.
 *
 * @param role what it is for
 * @param blocks what it may look at
 * @param costs of errors against the penalty on weights; the best by cross-validation is taken
 * @param assumedShares of the classes where the head is used, when the labelled sets have a class
 *     far more rarely than pictures that anybody asks about; empty to take theirs
 * @param target the class (or the value) of a view, or {@link #UNKNOWN}
 * @param part the name of the part of the data that a view belongs to, each of which gets figures
 *     of its own; empty for none
 */
record Task(
    HeadRole role,
    List<FeatureBlock> blocks,
    List<Double> costs,
    List<Double> assumedShares,
    Target target,
    Function<View, String> part) {

  /** Stands where a view is not to be used. */
  static final double UNKNOWN = -1;

  /**
   * The part of the data that was looked for because it has rare values: it is trained on, but what
   * it says of how frequent they are is not believed.
   */
  static final String MINED = "mined";

  Task {
    blocks = List.copyOf(blocks);
    costs = List.copyOf(costs);
    assumedShares = List.copyOf(assumedShares);
  }

  Task(HeadRole role, List<FeatureBlock> blocks, List<Double> costs, Target target) {
    this(role, blocks, costs, List.of(), target);
  }

  Task(
      HeadRole role,
      List<FeatureBlock> blocks,
      List<Double> costs,
      List<Double> assumedShares,
      Target target) {
    this(role, blocks, costs, assumedShares, target, _ -> "");
  }

  Task by(Function<View, String> parts) {
    return new Task(role, blocks, costs, assumedShares, target, parts);
  }

  /** Tells the class of a view. */
  @FunctionalInterface
  interface Target {
    double of(View view);
  }

  int length() {
    return blocks.stream().mapToInt(FeatureBlock::length).sum();
  }
}
