package dev.mien.vision.detect;

/**
 * The size of a detector's input, in cells of the coarsest grid that it looks for faces on.
 *
 * @param columns cells in a row, 1 or more
 * @param rows of cells, 1 or more
 */
public record WindowShape(int columns, int rows) {

  public WindowShape {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException(columns + " x " + rows + " cells");
    }
  }

  /** How many cells it has: what looking through it costs. */
  int cells() {
    return columns * rows;
  }

  /** The shape of what is seen when the picture is turned. */
  WindowShape turned(int quarters) {
    return quarters % 2 == 0 ? this : new WindowShape(/* columns= */ rows, /* rows= */ columns);
  }
}
