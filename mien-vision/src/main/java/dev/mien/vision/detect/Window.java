package dev.mien.vision.detect;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;

/**
 * A square part of the image that a detector looks at in one run. It may reach over the image's
 * edges, where it is black.
 *
 * @param square in pixels of the image
 * @param quarterTurns by how many quarters, clockwise, a face must be turned in the image to be
 *     upright in the window
 */
public record Window(Box square, int quarterTurns) {

  /** How near to a cut a box is taken as cut, as a share of the window's side. */
  private static final double CUT_MARGIN = 0.01;

  /** The same part, turned. */
  public Window turned(int quarters) {
    return new Window(square, quarters);
  }

  /**
   * From the samples of a detector's input to the image.
   *
   * @param inputSide the width and height of the input
   */
  public Similarity toImage(int inputSide) {
    return Similarity.of(
        square.width() / inputSide,
        quarterTurns * Math.PI / 2,
        new Point(inputSide / 2.0, inputSide / 2.0),
        square.centre());
  }

  /**
   * Whether a box reaches an edge of this window where the image goes on: half a face may look like
   * a smaller one.
   */
  public boolean cuts(Box box, int imageWidth, int imageHeight) {
    double margin = CUT_MARGIN * square.width();
    return (square.x() > 0 && box.x() < square.x() + margin)
        || (square.y() > 0 && box.y() < square.y() + margin)
        || (square.right() < imageWidth && box.right() > square.right() - margin)
        || (square.bottom() < imageHeight && box.bottom() > square.bottom() - margin);
  }
}
