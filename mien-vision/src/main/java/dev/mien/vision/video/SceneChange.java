package dev.mien.vision.video;

import dev.mien.vision.image.Image;
import org.jspecify.annotations.Nullable;

/** Tells a cut from motion by how much a coarse view of the picture changes. For one thread. */
final class SceneChange {

  private static final int COLUMNS = 16;
  private static final int ROWS = 9;

  /** Samples a cell and side are taken from each cell: enough for a mean of a few levels' error. */
  private static final int SAMPLES = 4;

  /**
   * Mean change of a cell, of 255, from which it is a cut: a person walking through a still scene
   * changes some cells, a cut nearly all. A false alarm costs only a look at the faces.
   */
  private static final double CUT = 28;

  private int @Nullable [] last;

  boolean isCut(Image image) {
    int[] view = view(image);
    int[] before = last;
    last = view;
    if (before == null) {
      return false;
    }
    long change = 0;
    for (int i = 0; i < view.length; i++) {
      change += Math.abs(view[i] - before[i]);
    }
    return (double) change / view.length > CUT;
  }

  private static int[] view(Image image) {
    int[] view = new int[3 * COLUMNS * ROWS];
    int across = SAMPLES * COLUMNS;
    int down = SAMPLES * ROWS;
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        int rgb = image.rgb(column * image.width() / across, row * image.height() / down);
        int cell = 3 * (row / SAMPLES * COLUMNS + column / SAMPLES);
        view[cell] += rgb >> 16 & 0xff;
        view[cell + 1] += rgb >> 8 & 0xff;
        view[cell + 2] += rgb & 0xff;
      }
    }
    for (int i = 0; i < view.length; i++) {
      view[i] /= SAMPLES * SAMPLES;
    }
    return view;
  }
}
