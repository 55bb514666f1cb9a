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

  Probe(float[] vector, short[] codes, double scale, double error, double codedLength, int max) {
    this.vector = vector;
    this.codes = codes;
    this.scale = scale;
    this.error = error;
    this.codedLength = codedLength;
    this.max = max;
  }

  static Probe of(float[] vector, CompactCode compact, int max) {
    short[] codes = new short[compact.codes.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = compact.codes[i];
    }
    return new Probe(
        vector.clone(), codes, compact.scale, compact.error, compact.codedLength(), max);
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
