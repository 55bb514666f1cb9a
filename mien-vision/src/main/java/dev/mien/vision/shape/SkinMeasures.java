package dev.mien.vision.shape;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Lab;
import dev.mien.vision.landmark.Landmarks;
import java.util.Arrays;

/**
 * What is measured on the skin of cheeks, nose and forehead, medians over many places, so that
 * hair, glasses and shine count little.
 *
 * @param colour the median of each coordinate
 * @param unevenness the median distance of lightness and colour from one place to the next, in
 *     units of L*a*b*
 */
record SkinMeasures(Lab colour, double unevenness) {

  /** Triangles of the mesh's points, on skin that neither moves nor grows hair. */
  private static final int[][] PLACES = {
    {50, 101, 205},
    {280, 330, 425},
    {118, 101, 50},
    {347, 330, 280},
    {205, 187, 50},
    {425, 411, 280},
    {151, 108, 9},
    {151, 337, 9},
    {195, 197, 5}
  };

  /** Places along each side of a triangle. */
  private static final int GRID = 5;

  static SkinMeasures of(FaceCrop crop, Landmarks mesh) {
    int perTriangle = GRID * (GRID + 1) / 2;
    double[][] values = new double[3][PLACES.length * perTriangle];
    double[] steps = new double[PLACES.length * (perTriangle - 1)];
    int at = 0;
    int step = 0;
    for (int[] place : PLACES) {
      for (int i = 0; i < perTriangle; i++, at++) {
        Lab lab = Lab.of(crop.rgb(inside(mesh, place, i)));
        values[0][at] = lab.lightness();
        values[1][at] = lab.redness();
        values[2][at] = lab.yellowness();
        if (i > 0) {
          steps[step++] =
              Math.hypot(
                  Math.hypot(values[0][at] - values[0][at - 1], values[1][at] - values[1][at - 1]),
                  values[2][at] - values[2][at - 1]);
        }
      }
    }
    return new SkinMeasures(
        new Lab(median(values[0]), median(values[1]), median(values[2])), median(steps));
  }

  /** The n-th place of a triangle, row by row. */
  private static Point inside(Landmarks mesh, int[] corners, int number) {
    int row = 0;
    int left = number;
    while (left > row) {
      left -= row + 1;
      row++;
    }
    double first = 1 - (row + 0.5) / GRID;
    double third = (1 - first) * (row == 0 ? 0.5 : (double) left / row);
    double second = 1 - first - third;
    Point a = mesh.point(corners[0]);
    Point b = mesh.point(corners[1]);
    Point c = mesh.point(corners[2]);
    return new Point(
        first * a.x() + second * b.x() + third * c.x(),
        first * a.y() + second * b.y() + third * c.y());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
