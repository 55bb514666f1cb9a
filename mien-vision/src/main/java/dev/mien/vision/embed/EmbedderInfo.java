package dev.mien.vision.embed;

import java.util.Arrays;

/**
 * An embedder as those see it who store and compare its embeddings.
 *
 * @param id kept with each embedding; changes whenever the vectors change
 * @param dimension components of its vectors
 * @param similarities the calibration's inner products, strictly rising; copied
 * @param log10FalseMatchRates for each of them the decimal logarithm of the share of pairs of
 *     different people that are at least as similar; strictly falling; copied
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and the copies are written out below
public record EmbedderInfo(
    String id, int dimension, double[] similarities, double[] log10FalseMatchRates) {

  public EmbedderInfo {
    similarities = similarities.clone();
    log10FalseMatchRates = log10FalseMatchRates.clone();
    if (dimension < 1
        || similarities.length < 2
        || similarities.length != log10FalseMatchRates.length) {
      throw new IllegalArgumentException(
          "an embedder needs a dimension and a calibration of two rows or more");
    }
    for (int i = 1; i < similarities.length; i++) {
      if (!(similarities[i] > similarities[i - 1]
          && log10FalseMatchRates[i] < log10FalseMatchRates[i - 1])) {
        throw new IllegalArgumentException(
            "calibration row " + i + " of " + id + " is out of order");
      }
    }
  }

  @Override
  public double[] similarities() {
    return similarities.clone();
  }

  @Override
  public double[] log10FalseMatchRates() {
    return log10FalseMatchRates.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmbedderInfo that
        && id.equals(that.id)
        && dimension == that.dimension
        && Arrays.equals(similarities, that.similarities)
        && Arrays.equals(log10FalseMatchRates, that.log10FalseMatchRates);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "EmbedderInfo[" + id + ", " + dimension + "]";
  }
}
