package dev.mien.vision.quality;

import java.util.List;
import java.util.Random;

/**
 * Trains {@link LearnedLayers} by Adam on the cross entropy with targets of 0..1. Deterministic:
 * one thread, a fixed seed.
 */
final class LayerTraining {

  private static final int BATCH = 32;
  private static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.999;

  /**
   * A sample.
   *
   * @param target for each output a value of 0..1, or NaN where nothing is known
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Sample(float[] input, float[] target) {}

  private final float[][][] layers;
  private final double[][][] gradient;
  private final double[][][] first;
  private final double[][][] second;
  private final Random random = new Random(5);
  private int steps;

  private LayerTraining(int inputs, int hidden, int outputs) {
    layers = new float[][][] {new float[hidden][inputs + 1], new float[outputs][hidden + 1]};
    gradient = new double[][][] {new double[hidden][inputs + 1], new double[outputs][hidden + 1]};
    first = new double[][][] {new double[hidden][inputs + 1], new double[outputs][hidden + 1]};
    second = new double[][][] {new double[hidden][inputs + 1], new double[outputs][hidden + 1]};
    for (float[][] layer : layers) {
      for (float[] row : layer) {
        for (int i = 0; i < row.length - 1; i++) {
          row[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / row.length));
        }
      }
    }
  }

  /**
   * Trains a net.
   *
   * @param decay of the weights, relative to the rate
   */
  static LearnedLayers train(
      List<Sample> samples, int hidden, int epochs, double rate, double decay) {
    Sample any = samples.getFirst();
    LayerTraining training = new LayerTraining(any.input().length, hidden, any.target().length);
    int[] order = new int[samples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = training.random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      double annealed = rate * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * epoch / epochs)));
      for (int from = 0; from < order.length; from += BATCH) {
        int to = Math.min(order.length, from + BATCH);
        for (int i = from; i < to; i++) {
          training.accumulate(samples.get(order[i]));
        }
        training.step(annealed, decay, to - from);
      }
    }
    return new LearnedLayers(training.layers[0], training.layers[1]);
  }

  private void accumulate(Sample sample) {
    float[] input = sample.input();
    float[][] hidden = layers[0];
    float[] units = new float[hidden.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = Math.max(0, sum(hidden[i], input));
    }
    double[] back = new double[units.length];
    for (int o = 0; o < layers[1].length; o++) {
      if (Float.isNaN(sample.target()[o])) {
        continue;
      }
      float[] row = layers[1][o];
      double error = 1 / (1 + Math.exp(-sum(row, units))) - sample.target()[o];
      for (int i = 0; i < units.length; i++) {
        gradient[1][o][i] += error * units[i];
        back[i] += error * row[i];
      }
      gradient[1][o][units.length] += error;
    }
    for (int i = 0; i < units.length; i++) {
      if (units[i] > 0) {
        double[] row = gradient[0][i];
        for (int k = 0; k < input.length; k++) {
          row[k] += back[i] * input[k];
        }
        row[input.length] += back[i];
      }
    }
  }

  private void step(double rate, double decay, int batch) {
    steps++;
    double firstBias = 1 - Math.pow(FIRST_DECAY, steps);
    double secondBias = 1 - Math.pow(SECOND_DECAY, steps);
    for (int layer = 0; layer < layers.length; layer++) {
      for (int unit = 0; unit < layers[layer].length; unit++) {
        for (int i = 0; i < layers[layer][unit].length; i++) {
          double slope = gradient[layer][unit][i] / batch;
          gradient[layer][unit][i] = 0;
          double m = FIRST_DECAY * first[layer][unit][i] + (1 - FIRST_DECAY) * slope;
          double v = SECOND_DECAY * second[layer][unit][i] + (1 - SECOND_DECAY) * slope * slope;
          first[layer][unit][i] = m;
          second[layer][unit][i] = v;
          double weight = layers[layer][unit][i];
          weight -= rate * (m / firstBias / (Math.sqrt(v / secondBias) + 1e-8) + decay * weight);
          layers[layer][unit][i] = (float) weight;
        }
      }
    }
  }

  private static float sum(float[] weights, float[] values) {
    float sum = weights[values.length];
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
