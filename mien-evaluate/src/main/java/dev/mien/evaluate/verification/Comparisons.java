package dev.mien.evaluate.verification;

/** Scored comparisons of pictures. Immutable; safe for many threads. */
interface Comparisons {

  /** Takes one comparison after the other. */
  @FunctionalInterface
  interface Visitor {
    /**
     * One comparison.
     *
     * @param index 0 to size - 1, always in the same order
     * @param one the first picture's subject, below {@link #subjects}
     * @param other the other picture's subject
     * @param same whether both are the same person
     * @param score 0..100
     */
    void accept(int index, int one, int other, boolean same, float score);
  }

  /** How many there are. */
  int size();

  /** How many persons are in them; 0 when nobody knows who is who. */
  int subjects();

  /** Visits all. */
  void forEach(Visitor visitor);

  /**
   * Comparisons of the same person that could not be made because a picture failed: for each
   * subject, or of all in one number if subjects are unknown.
   */
  long[] failedGenuine();

  /** Comparisons of different people that could not be made. */
  long failedImpostor();
}
