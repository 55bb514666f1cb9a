package dev.mien.vision.attribute;

import dev.mien.vision.image.SampleRows;

/** Mean colours of the cells of a grid over a square crop, row by row. Not thread-safe. */
final class ColourGrid implements SampleRows {

  /** Cells a side. */
  private static final int CELLS = 8;

  private static final float SAMPLE_MAX = 255;

  private final int cellSide;
  private final float[] sums = new float[3 * CELLS * CELLS];

  /**
   * A grid over a crop.
   *
   * @param side of the crop in samples; what is left over at its end is in no cell
   */
  ColourGrid(int side) {
    this.cellSide = side / CELLS;
  }

  @Override
  public void put(int channel, int row, float[] samples) {
    if (row < CELLS * cellSide) {
      int start = (channel * CELLS + row / cellSide) * CELLS;
      for (int x = 0; x < CELLS * cellSide; x++) {
        sums[start + x / cellSide] += samples[x];
      }
    }
  }

  /** The means, 0..1, channel by channel. */
  float[] means() {
    float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = sums[i] / (SAMPLE_MAX * cellSide * cellSide);
    }
    return means;
  }
}
