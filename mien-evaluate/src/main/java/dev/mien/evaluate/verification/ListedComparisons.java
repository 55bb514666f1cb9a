package dev.mien.evaluate.verification;

import java.util.BitSet;

/**
 * Comparisons that a file lists.
 *
 * @param one subject of each first picture; empty if unknown
 * @param other subject of each other picture; empty if unknown
 * @param same which are of the same person
 * @param scores of each, 0..100
 * @param subjects how many persons; 0 if unknown
 * @param failedGenuine as {@link Comparisons#failedGenuine}
 * @param failedImpostor comparisons of different people that could not be made
 */
@SuppressWarnings("ArrayRecordComponent") // internal, large, never compared
record ListedComparisons(
    int[] one,
    int[] other,
    BitSet same,
    float[] scores,
    int subjects,
    long[] failedGenuine,
    long failedImpostor)
    implements Comparisons {

  @Override
  public int size() {
    return scores.length;
  }

  @Override
  public void forEach(Visitor visitor) {
    boolean known = subjects > 0;
    for (int i = 0; i < scores.length; i++) {
      visitor.accept(i, known ? one[i] : 0, known ? other[i] : 0, same.get(i), scores[i]);
    }
  }
}
