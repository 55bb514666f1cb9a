package dev.mien.evaluate.quality;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.verification.Matcher;
import java.util.Arrays;
import java.util.List;

/** Compares each picture with each other one, for the curve. */
final class Comparison {
  private static final int MAX_PICTURES = 20_000;

  private Comparison() {}

  static DiscardCurve curve(
      List<Sample> samples, List<String> identities, Matcher matcher, double rate)
      throws EvaluationException {
    if (samples.size() > MAX_PICTURES) {
      throw new EvaluationException(
          samples.size() + " pictures, at most " + MAX_PICTURES + " are compared; use --limit");
    }
    int pairs = samples.size() * (samples.size() - 1) / 2;
    float[] same = new float[pairs];
    float[] different = new float[pairs];
    double[] qualities = new double[pairs];
    int genuine = 0;
    int impostors = 0;
    for (int i = 0; i < samples.size(); i++) {
      for (int j = 0; j < i; j++) {
        float score = matcher.score(samples.get(i).embedding(), samples.get(j).embedding());
        if (identities.get(i).equals(identities.get(j))) {
          qualities[genuine] =
              Math.min(samples.get(i).quality().score(), samples.get(j).quality().score());
          same[genuine++] = score;
        } else {
          different[impostors++] = score;
        }
      }
    }
    return DiscardCurve.of(
        samples.stream().mapToDouble(sample -> sample.quality().score()).toArray(),
        Arrays.copyOf(qualities, genuine),
        Arrays.copyOf(same, genuine),
        Arrays.copyOf(different, impostors),
        rate);
  }
}
