package dev.mien.vision.detect;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;

/**
 * A part of the image that a detector looks at in one run. It may reach over the image's edges,
 * where it is black.
 *
 * @param box in pixels of the image; its sides are as those of the shape
 * @param shape how many cells of the detector the part has as it lies in the image
 * @param quarterTurns by how many quarters, clockwise, a face must be turned in the image to be
 *     upright in the window
 */
public record Window(Box box, WindowShape shape, int quarterTurns) {

  /** How near to a cut a box is taken as cut, in cells. */
  private static final double CUT_MARGIN_CELLS = 0.08;

  /** The same part, turned. */
  public Window turned(int quarters) {
    return new Window(box, shape, quarters);
  }

  /** The side of a cell in pixels of the image. */
  public double cell() {
    return box.width() / shape.columns();
  }

  /** The shape of the detector's input. */
  WindowShape inputShape() {
    return shape.turned(quarterTurns);
  }

  /**
   * From the samples of a detector's input to the image.
   *
   * @param cellPixels the side of a cell in the input
   */
  public Similarity toImage(int cellPixels) {
    WindowShape input = inputShape();
    return Similarity.of(
        box.width() / (shape.columns() * cellPixels),
        quarterTurns * Math.PI / 2,
        new Point(input.columns() * cellPixels / 2.0, input.rows() * cellPixels / 2.0),
        box.centre());
  }

  /**
   * Whether a box reaches an edge of this window where the image goes on: half a face may look like
   * a smaller one.
   */
  public boolean cuts(Box candidate, int imageWidth, int imageHeight) {
    double margin = CUT_MARGIN_CELLS * cell();
    return (box.x() > 0 && candidate.x() < box.x() + margin)
        || (box.y() > 0 && candidate.y() < box.y() + margin)
        || (box.right() < imageWidth && candidate.right() > box.right() - margin)
        || (box.bottom() < imageHeight && candidate.bottom() > box.bottom() - margin);
  }
}
