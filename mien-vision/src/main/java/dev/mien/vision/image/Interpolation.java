package dev.mien.vision.image;

/**
 * Where samples lie along one side of a picture: for each the two pixels beside it and their
 * weights. A pixel outside counts as black: its weight is 0, and another stands in its place.
 *
 * @param near the pixel before, or at, the sample
 * @param far the pixel after it
 * @param nearWeight 0..1
 * @param farWeight 0..1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Interpolation(int[] near, int[] far, float[] nearWeight, float[] farWeight) {

  /**
   * The pixels beside some positions.
   *
   * @param positions in pixels, whole numbers at pixel centres
   * @param length pixels of the side
   */
  static Interpolation at(double[] positions, int length) {
    int count = positions.length;
    Interpolation made =
        new Interpolation(new int[count], new int[count], new float[count], new float[count]);
    for (int i = 0; i < count; i++) {
      int before = (int) Math.floor(positions[i]);
      float share = (float) (positions[i] - before);
      made.near[i] = Math.clamp(before, 0, length - 1);
      made.far[i] = Math.clamp(before + 1L, 0, length - 1);
      made.nearWeight[i] = before >= 0 && before < length ? 1 - share : 0;
      made.farWeight[i] = before >= -1 && before < length - 1 ? share : 0;
    }
    return made;
  }
}
