package dev.mien.vision.image;

/** Where the samples of a crop go, row by row: rows from the top, of each all three channels. */
@FunctionalInterface
public interface SampleRows {

  /**
   * Takes one channel of one row.
   *
   * @param channel 0 red, 1 green, 2 blue
   * @param row from 0, from the top
   * @param samples from the left, 0..255; the taker may change but not keep them
   */
  void put(int channel, int row, float[] samples);
}
