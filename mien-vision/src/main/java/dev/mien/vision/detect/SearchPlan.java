package dev.mien.vision.detect;

import dev.mien.vision.geometry.Box;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The windows through which an image is searched. A detector sees a face only when it is large
 * enough in the detector's small input, so smaller faces need smaller windows: a pyramid of levels,
 * each a grid of overlapping squares, from one window over the whole image down to windows in which
 * the smallest wanted face is just large enough.
 */
public final class SearchPlan {

  /**
   * How much neighbouring windows overlap, as a share of their side: faces up to this size are
   * whole in one of them.
   */
  private static final double OVERLAP = 0.25;

  /**
   * From one level to the next windows shrink by at most this. A level finds faces from about 1/20
   * of a window's side upward, and the next finer one those that fit into its overlap, 1/4 of a
   * quarter: nothing falls between.
   */
  private static final double LEVEL_RATIO = 4;

  /**
   * An image this much longer than a window needs no second window: the smallest face just gets
   * this much smaller.
   */
  private static final double TOLERANCE = 1.1;

  /**
   * Smallest face sought, in pixels, whatever is asked for: the mesh cannot verify smaller ones,
   * and it bounds the number of windows (some 430 in an image of 4000 x 3000 pixels).
   */
  private static final double SMALLEST_FACE_PIXELS = 16;

  private SearchPlan() {}

  /**
   * The levels, the coarsest first; the first has one window over the whole image.
   *
   * @param minFaceSize smallest face wanted, in pixels of the image
   * @param smallestShare smallest face that the detector finds, as a share of the window's side
   */
  public static List<List<Window>> levels(
      int width, int height, int minFaceSize, double smallestShare) {
    double longSide = Math.max(width, height);
    List<List<Window>> levels = new ArrayList<>();
    double side = Math.max(minFaceSize, SMALLEST_FACE_PIXELS) / smallestShare;
    for (; side * TOLERANCE < longSide; side *= LEVEL_RATIO) {
      levels.add(grid(width, height, side));
    }
    levels.add(List.of(whole(width, height, 1)));
    Collections.reverse(levels);
    return List.copyOf(levels);
  }

  /**
   * One window with the image in its middle, {@code factor} times as large as the image's long
   * side.
   */
  public static Window whole(int width, int height, double factor) {
    double side = factor * Math.max(width, height);
    return new Window(new Box((width - side) / 2, (height - side) / 2, side, side), 0);
  }

  private static List<Window> grid(int width, int height, double wantedSide) {
    int columns = count(width, wantedSide);
    int rows = count(height, wantedSide);
    // The least side with which that many windows cover the image and overlap as they should.
    double side = Math.max(coveringSide(width, columns), coveringSide(height, rows));
    List<Window> windows = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        windows.add(
            new Window(
                new Box(
                    start(width, columns, column, side),
                    start(height, rows, row, side),
                    side,
                    side),
                0));
      }
    }
    return List.copyOf(windows);
  }

  private static int count(int length, double side) {
    double step = side * (1 - OVERLAP);
    return Math.max(1, (int) Math.ceil((length / TOLERANCE - side * OVERLAP) / step));
  }

  private static double coveringSide(int length, int count) {
    return length / (count - (count - 1) * OVERLAP);
  }

  /** Windows are spread evenly from edge to edge; a single one is centred. */
  private static double start(int length, int count, int index, double side) {
    return count == 1 ? (length - side) / 2 : index * (length - side) / (count - 1);
  }
}
