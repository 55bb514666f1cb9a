package dev.mien.vision.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringTokenizer;

/**
 * A net with one hidden layer of rectified units and sigmoid outputs, small enough to be kept as
 * text: three counts (inputs, hidden, outputs), then for each hidden unit its weights and bias,
 * then for each output its weights and bias. Lines that begin with # are comments. Immutable and
 * thread-safe.
 */
final class LearnedLayers {

  /** Far above what is shipped; a larger count is a damaged file. */
  private static final int MAX_UNITS = 4096;

  private final float[][] hidden;
  private final float[][] output;

  /**
   * @param hidden weights of each hidden unit, its bias last
   * @param output weights of each output, its bias last
   */
  LearnedLayers(float[][] hidden, float[][] output) {
    this.hidden = hidden;
    this.output = output;
  }

  /**
   * Reads a resource of the class path; a damaged one is a defect of the build.
   *
   * @param name absolute
   */
  static LearnedLayers resource(String name) {
    try (InputStream stream = LearnedLayers.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static LearnedLayers parse(String text) {
    StringBuilder numbers = new StringBuilder(text.length());
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> numbers.append(line).append(' '));
    StringTokenizer tokens = new StringTokenizer(numbers.toString());
    int inputs = count(tokens);
    int units = count(tokens);
    int outputs = count(tokens);
    LearnedLayers layers =
        new LearnedLayers(rows(tokens, units, inputs + 1), rows(tokens, outputs, units + 1));
    if (tokens.hasMoreTokens()) {
      throw new IllegalArgumentException("more numbers than the counts say");
    }
    return layers;
  }

  private static int count(StringTokenizer tokens) {
    int count = Integer.parseInt(tokens.nextToken());
    if (count < 1 || count > MAX_UNITS) {
      throw new IllegalArgumentException("a layer of " + count);
    }
    return count;
  }

  private static float[][] rows(StringTokenizer tokens, int count, int length) {
    float[][] rows = new float[count][length];
    for (float[] row : rows) {
      for (int i = 0; i < length; i++) {
        row[i] = Float.parseFloat(tokens.nextToken());
      }
    }
    return rows;
  }

  /** The net as text, as {@link #parse} reads it. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("%d %d %d%n".formatted(hidden[0].length - 1, hidden.length, output.length));
    for (float[][] layer : new float[][][] {hidden, output}) {
      for (float[] row : layer) {
        for (float weight : row) {
          text.append(String.format(Locale.ROOT, "%.4g ", weight));
        }
        text.append(System.lineSeparator());
      }
    }
    return text.toString();
  }

  /** The outputs, each 0..1. */
  double[] run(float[] input) {
    float[] units = new float[hidden.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = Math.max(0, sum(hidden[i], input));
    }
    double[] outputs = new double[output.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = 1 / (1 + Math.exp(-sum(output[i], units)));
    }
    return outputs;
  }

  private static float sum(float[] weights, float[] values) {
    if (weights.length != values.length + 1) {
      throw new IllegalArgumentException(values.length + " values, " + weights.length + " weights");
    }
    float sum = weights[values.length];
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
