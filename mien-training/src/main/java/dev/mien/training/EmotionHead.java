package dev.mien.training;

import dev.mien.training.LinearTrainer.Sum;
import dev.mien.vision.attribute.FeatureBlock;
import dev.mien.vision.attribute.HeadRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head for emotions. No face here is labelled with an emotion, so the expression net's own
 * classes are kept and put in the order of the API; what is learned is one temperature for all, by
 * which happy becomes as probable as faces labelled as smiling are among those that are.
 */
final class EmotionHead {

  /** For relaxed, happy, surprised, angry, sad, disgusted, scared: the net's class. */
  private static final int[] NET_CLASS = {0, 1, 6, 3, 2, 5, 4};

  private static final int HAPPY = 1;

  /** What it looks at. */
  static final List<FeatureBlock> BLOCKS = List.of(FeatureBlock.EXPRESSIONS);

  private EmotionHead() {}

  static HeadTraining.Result train(List<View> views, Labels labels) {
    List<double[]> sums = new ArrayList<>();
    List<Integer> smiling = new ArrayList<>();
    for (View view : views) {
      Optional<Boolean> label = labels.flag(view, "Smiling").or(() -> labels.flag(view, "smile"));
      if (label.isPresent() && !view.varied()) {
        float[] logs =
            view.of(List.of(FeatureBlock.EXPRESSIONS), FeatureBlock.EXPRESSIONS.length());
        sums.add(doubles(logs));
        smiling.add(label.get() ? 1 : 0);
      }
    }
    double temperature = 1;
    double best = Double.POSITIVE_INFINITY;
    for (double candidate = 0.3; candidate <= 8; candidate *= 1.05) {
      double loss = loss(sums, smiling, candidate);
      if (loss < best) {
        best = loss;
        temperature = candidate;
      }
    }
    String figures =
        String.format(
            Locale.ROOT,
            "temperature %.2f; happy against labels of smiling on %d rows: accuracy %.3f,"
                + " calibration error %.3f (untouched net %.3f)",
            temperature,
            sums.size(),
            figures(sums, smiling, temperature).accuracy(),
            figures(sums, smiling, temperature).expectedCalibrationError(),
            figures(sums, smiling, 1).expectedCalibrationError());
    List<Sum> result = new ArrayList<>();
    for (int k = 0; k < HeadRole.EMOTION.classes().size(); k++) {
      double[] weights = new double[FeatureBlock.EXPRESSIONS.length()];
      weights[NET_CLASS[k]] = 1 / temperature;
      result.add(new Sum(weights, 0));
    }
    return new HeadTraining.Result(result, figures);
  }

  private static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  private static double happy(double[] logs, double temperature) {
    double total = 0;
    for (double log : logs) {
      total += Math.exp(log / temperature);
    }
    return Math.clamp(Math.exp(logs[HAPPY] / temperature) / total, 1e-6, 1 - 1e-6);
  }

  private static double loss(List<double[]> sums, List<Integer> smiling, double temperature) {
    double loss = 0;
    for (int row = 0; row < sums.size(); row++) {
      double happy = happy(sums.get(row), temperature);
      loss -= Math.log(smiling.get(row) == 1 ? happy : 1 - happy);
    }
    return loss;
  }

  private static Figures figures(List<double[]> sums, List<Integer> smiling, double temperature) {
    double[][] probabilities = new double[sums.size()][];
    for (int row = 0; row < probabilities.length; row++) {
      double happy = happy(sums.get(row), temperature);
      probabilities[row] = new double[] {1 - happy, happy};
    }
    return Figures.of(probabilities, smiling.stream().mapToInt(Integer::intValue).toArray());
  }
}
