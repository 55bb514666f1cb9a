package dev.mien.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.mien.vision.attribute.FeatureBlock;
import java.util.List;
import java.util.Random;

/**
 * Trains one linear sum with liblinear: logistic regression or support vector regression, both with
 * an L2 penalty. Features are standardised first, and each block is scaled so that all blocks count
 * alike however long they are; the sum is given back in terms of the features as they are.
 */
final class LinearTrainer {

  private static final double TOLERANCE = 0.01;
  private static final int ITERATIONS_MAX = 300;
  private static final double LEAST_DEVIATION = 1e-3;

  /** Years that a prediction may be off without cost. */
  private static final double INSENSITIVE_YEARS = 1;

  /** Ages are trained in units of this, so that the penalty weighs as for classes. */
  static final double AGE_UNIT_YEARS = 20;

  private static final long SEED = 1;

  private final List<FeatureBlock> blocks;
  private final double cost;

  LinearTrainer(List<FeatureBlock> blocks, double cost) {
    this.blocks = List.copyOf(blocks);
    this.cost = cost;
  }

  /** A sum of weighted features and a bias. */
  @SuppressWarnings("ArrayRecordComponent") // numbers that are passed on, never compared
  record Sum(double[] weights, double bias) {
    double of(float[] features) {
      double sum = bias;
      for (int i = 0; i < features.length; i++) {
        sum += weights[i] * features[i];
      }
      return sum;
    }
  }

  /** The logarithm of the odds that a row's target is 1 rather than 0. */
  Sum logistic(List<float[]> rows, double[] targets) {
    return train(rows, targets, SolverType.L2R_LR_DUAL);
  }

  /** The target itself. */
  Sum regression(List<float[]> rows, double[] targets) {
    return train(rows, targets, SolverType.L2R_L1LOSS_SVR_DUAL);
  }

  private Sum train(List<float[]> rows, double[] targets, SolverType solver) {
    int length = rows.getFirst().length;
    double[] mean = new double[length];
    double[] scale = new double[length];
    standardise(rows, mean, scale);
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = length + 1;
    problem.y = targets;
    problem.x = new Feature[rows.size()][];
    for (int row = 0; row < problem.l; row++) {
      float[] features = rows.get(row);
      Feature[] nodes = new Feature[length + 1];
      for (int i = 0; i < length; i++) {
        nodes[i] = new FeatureNode(i + 1, (features[i] - mean[i]) * scale[i]);
      }
      nodes[length] = new FeatureNode(length + 1, 1);
      problem.x[row] = nodes;
    }
    Parameter parameter =
        new Parameter(solver, cost, TOLERANCE, ITERATIONS_MAX, INSENSITIVE_YEARS / AGE_UNIT_YEARS);
    parameter.setRandom(new Random(SEED));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    return unfold(model, mean, scale);
  }

  private static Sum unfold(Model model, double[] mean, double[] scale) {
    // The first class that training met is the positive one; a regression has no classes.
    boolean classes = model.getSolverType() == SolverType.L2R_LR_DUAL;
    double sign = classes && model.getLabels()[0] == 0 ? -1 : 1;
    double[] found = model.getFeatureWeights();
    double[] weights = new double[mean.length];
    double bias = sign * found[mean.length];
    for (int i = 0; i < mean.length; i++) {
      weights[i] = sign * found[i] * scale[i];
      bias -= weights[i] * mean[i];
    }
    return new Sum(weights, bias);
  }

  private void standardise(List<float[]> rows, double[] mean, double[] scale) {
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        mean[i] += row[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= rows.size();
    }
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        scale[i] += (row[i] - mean[i]) * (row[i] - mean[i]);
      }
    }
    int from = 0;
    for (FeatureBlock block : blocks) {
      for (int i = from; i < from + block.length(); i++) {
        double deviation = Math.sqrt(scale[i] / rows.size()) + LEAST_DEVIATION;
        scale[i] = 1 / (deviation * Math.sqrt(block.length() * (double) blocks.size()));
      }
      from += block.length();
    }
  }
}
