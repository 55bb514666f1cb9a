package dev.mien.gallery.index;

/** What is searched for, ready for scanning. */
final class Probe {
  /** Far above what rounding in doubles can do to numbers of this size. */
  static final double ROUNDING = 1e-9;

  /** As it was given. */
  final float[] vector;

  /** The codes of its compact form. */
  final short[] codes;

  /** What a code is multiplied with. */
  final double scale;

  /** At least the length of what the codes leave out. */
  final double error;

  /** The length of {@code scale × codes}. */
  final double codedLength;

  /** How many owners are wanted at most. */
  final int max;

  /** The order of hits. */
  final FaceIndex.Ties ties;

  /** A probe for rows that are coded as its vector is. */
  Probe(float[] vector, CompactCode compact, int max, FaceIndex.Ties ties) {
    this.vector = vector.clone();
    this.codes = new short[compact.codes.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = compact.codes[i];
    }
    this.scale = compact.scale;
    this.error = compact.error;
    this.codedLength = compact.codedLength();
    this.max = max;
    this.ties = ties;
  }

  /**
   * What does not depend on the row in a bound of the similarity. With q = q' + d for the probe and
   * x = x' + e for a row, where q' and x' are the coded parts, {@code <q,x> = <q',x'> + <q',e> +
   * <d,x>}, and so |{@code <q,x> - <q',x'>}| is at most |q'| |e| + |d| |x|.
   *
   * @param longest at least the length of every row
   */
  double fixedError(double longest) {
    return error * longest + ROUNDING * (1 + codedLength) * (1 + longest);
  }

  /** The similarity to a row, summed up in doubles in the order of the components. */
  double similarity(float[] row) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += (double) vector[i] * row[i];
    }
    return sum;
  }
}
