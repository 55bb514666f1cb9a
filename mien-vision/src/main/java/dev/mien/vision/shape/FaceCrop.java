package dev.mien.vision.shape;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;

/**
 * A part of a picture at a fixed size and upright, so that what is measured on it does not depend
 * on how large or how turned the face is. Points are given in pixels of the picture.
 */
final class FaceCrop {

  private final Patch patch;
  private final Similarity fromImage;

  private FaceCrop(Patch patch, Similarity fromImage) {
    this.patch = patch;
    this.fromImage = fromImage;
  }

  /**
   * Cuts a square out.
   *
   * @param centre of the square
   * @param side of the square, in pixels of the picture
   * @param angleRadians how far the square is turned, clockwise as seen
   * @param samples a side of the crop
   */
  static FaceCrop of(Image image, Point centre, double side, double angleRadians, int samples) {
    Similarity toImage =
        Similarity.of(
            Math.max(1, side) / samples,
            angleRadians,
            new Point(samples / 2.0, samples / 2.0),
            centre);
    Patch patch = new Patch(samples, samples);
    patch.fill(image, toImage);
    return new FaceCrop(patch, toImage.inverse());
  }

  /** Red, green and blue at a point of the picture, 0..255; beyond the crop, its nearest edge. */
  double[] rgb(Point inImage) {
    Point point = fromImage.apply(inImage);
    double x = Math.clamp(point.x() - 0.5, 0, patch.width() - 1.001);
    double y = Math.clamp(point.y() - 0.5, 0, patch.height() - 1.001);
    int at = ((int) y) * patch.width() + (int) x;
    double right = x - (int) x;
    double below = y - (int) y;
    int plane = patch.width() * patch.height();
    float[] samples = patch.planes();
    double[] rgb = new double[3];
    for (int channel = 0; channel < 3; channel++, at += plane) {
      double upper = (1 - right) * samples[at] + right * samples[at + 1];
      int next = at + patch.width();
      double lower = (1 - right) * samples[next] + right * samples[next + 1];
      rgb[channel] = (1 - below) * upper + below * lower;
    }
    return rgb;
  }

  /** The luminance (Rec. 601) at a point of the picture, 0..255. */
  double luma(Point inImage) {
    double[] rgb = rgb(inImage);
    return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
  }
}
