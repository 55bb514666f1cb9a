package dev.mien.vision.detect;

import dev.mien.vision.geometry.Box;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The windows through which an image is searched. A detector sees a face only when it is large
 * enough in the detector's small input, so smaller faces need smaller cells: a pyramid of levels,
 * each a grid of overlapping windows, from one window over the whole image down to windows in which
 * the smallest wanted face is just large enough.
 */
public final class SearchPlan {

  /**
   * How much neighbouring windows overlap, in cells: faces up to this size are whole in one of
   * them.
   */
  private static final double OVERLAP_CELLS = 2;

  /**
   * From one level to the next cells shrink by at most this. A level finds faces from about half a
   * cell upward, and the next finer one those that fit into its overlap, half of a cell that is
   * four times as large: nothing falls between.
   */
  private static final double LEVEL_RATIO = 4;

  /**
   * An image this much longer than a window needs no second window: the smallest face just gets
   * this much smaller.
   */
  private static final double TOLERANCE = 1.1;

  /** Cells that differ by less than this are as fine. */
  private static final double ROUNDING = 1 + 1e-9;

  /**
   * Smallest face sought, in pixels, whatever is asked for: the mesh cannot verify smaller ones,
   * and it bounds the number of windows (some 300 in an image of 4000 x 3000 pixels).
   */
  private static final double SMALLEST_FACE_PIXELS = 16;

  /**
   * What a detector can look through.
   *
   * @param shapes of its inputs; the first is square, and the coarsest window has it
   * @param smallestFace smallest face that is found reliably, in cells
   */
  public record Sight(List<WindowShape> shapes, double smallestFace) {
    public Sight {
      shapes = List.copyOf(shapes);
      if (shapes.getFirst().columns() != shapes.getFirst().rows()) {
        throw new IllegalArgumentException("the first shape is not square");
      }
    }
  }

  private final int width;
  private final int height;
  private final Sight sight;

  /** A plan for pictures of one size. */
  public SearchPlan(int width, int height, Sight sight) {
    this.width = width;
    this.height = height;
    this.sight = sight;
  }

  /**
   * The levels, the coarsest first; the first has one window over the whole image.
   *
   * @param minFaceSize smallest face wanted, in pixels of the image
   */
  public List<List<Window>> levels(int minFaceSize) {
    double longSide = Math.max(width, height);
    int coarsest = sight.shapes().getFirst().columns();
    List<List<Window>> levels = new ArrayList<>();
    double cell = Math.max(minFaceSize, SMALLEST_FACE_PIXELS) / sight.smallestFace();
    for (; cell * coarsest * TOLERANCE < longSide; cell *= LEVEL_RATIO) {
      levels.add(cheapestGrid(cell));
    }
    levels.add(List.of(whole(1)));
    Collections.reverse(levels);
    return List.copyOf(levels);
  }

  /**
   * One window with the image in its middle, {@code factor} times as large as the image's long
   * side.
   */
  public Window whole(double factor) {
    double side = factor * Math.max(width, height);
    Box box = new Box((width - side) / 2, (height - side) / 2, side, side);
    return new Window(box, sight.shapes().getFirst(), 0);
  }

  /**
   * The grid with the fewest cells of those that are as fine as one of squares: faces near the
   * smallest size, and those that are hard to see, are found the more the finer a grid is.
   */
  private List<Window> cheapestGrid(double wantedCell) {
    WindowShape square = sight.shapes().getFirst();
    double finest = grid(square, TOLERANCE * wantedCell).getFirst().cell();
    return sight.shapes().stream()
        .map(shape -> grid(shape, finest * ROUNDING))
        .min(Comparator.comparingInt(SearchPlan::cells))
        .orElseThrow();
  }

  private static int cells(List<Window> windows) {
    return windows.size() * windows.getFirst().shape().cells();
  }

  /** The fewest windows of a shape whose cells are at most so large. */
  private List<Window> grid(WindowShape shape, double largestCell) {
    return grid(
        shape,
        count(width / largestCell, shape.columns()),
        count(height / largestCell, shape.rows()));
  }

  private List<Window> grid(WindowShape shape, int columns, int rows) {
    // The least cells with which that many windows cover the image and overlap as they should.
    double cell =
        Math.max(
            coveringCell(width, columns, shape.columns()),
            coveringCell(height, rows, shape.rows()));
    double windowWidth = cell * shape.columns();
    double windowHeight = cell * shape.rows();
    List<Window> windows = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Box box =
            new Box(
                start(width, columns, column, windowWidth),
                start(height, rows, row, windowHeight),
                windowWidth,
                windowHeight);
        windows.add(new Window(box, shape, 0));
      }
    }
    return List.copyOf(windows);
  }

  /** How many windows of so many cells it takes to cover a length, in cells too. */
  private static int count(double length, int cells) {
    return Math.max(1, (int) Math.ceil((length - OVERLAP_CELLS) / (cells - OVERLAP_CELLS)));
  }

  private static double coveringCell(int length, int count, int cells) {
    return length / (count * cells - (count - 1) * OVERLAP_CELLS);
  }

  /** Windows are spread evenly from edge to edge; a single one is centred. */
  private static double start(int length, int count, int index, double side) {
    return count == 1 ? (length - side) / 2 : index * (length - side) / (count - 1);
  }
}
