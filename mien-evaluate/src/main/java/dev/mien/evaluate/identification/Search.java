package dev.mien.evaluate.identification;

/**
 * What a search for one probe gave.
 *
 * @param person the probe's own, as a number
 * @param mated whether that person is enrolled
 * @param highest the highest score of anybody; negative infinity if the probe failed
 * @param rank of the probe's own person, from 1; {@link Integer#MAX_VALUE} if it has none
 */
record Search(int person, boolean mated, float highest, int rank) {

  /** Whether there was nothing to search for. */
  boolean failed() {
    return highest < 0;
  }
}
