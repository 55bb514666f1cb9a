package dev.mien.vision.damage;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageEncoder;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.quality.FacePart;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A cloth of one colour over a chosen part of a face, neither dark nor bright, so that it changes
 * nothing but what is seen.
 */
final class Cover {
  private static final Color CLOTH = new Color(95, 125, 160);

  /** How far the cloth reaches beyond a part's points, as a share of the face's width. */
  private static final double MARGIN = 0.03;

  /** Mesh points: the middle of the forehead's upper edge, and the chin's lowest. */
  private static final int FOREHEAD = 10;

  private static final int CHIN = 152;

  private Cover() {}

  /** Covers one part; of paired ones, both sides. */
  static Image part(Image picture, Landmarks landmarks, FacePart part) {
    int sides =
        switch (part) {
          case EYEBROW, EYE, CHEEK -> 2;
          case NOSE, MOUTH, CHIN -> 1;
        };
    int count = part.pointCount() / sides;
    List<Shape> shapes = new ArrayList<>();
    for (int side = 0; side < sides; side++) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        points.add(landmarks.point(part.point(side * count + i)));
      }
      shapes.add(path(hull(points)));
    }
    return drawn(picture, shapes, 2 * MARGIN * landmarks.bounds().width());
  }

  /**
   * Covers the face from below, as a scarf that is pulled up.
   *
   * @param share of the way from the chin to the forehead, 0..1
   */
  static Image fromBelow(Image picture, Landmarks landmarks, double share) {
    Point top = landmarks.point(FOREHEAD);
    Point chin = landmarks.point(CHIN);
    double downX = chin.x() - top.x();
    double downY = chin.y() - top.y();
    List<Point> corners = new ArrayList<>();
    for (double[] corner : new double[][] {{1 - share, -1}, {1 - share, 1}, {1.3, 1}, {1.3, -1}}) {
      corners.add(
          new Point(
              top.x() + corner[0] * downX - corner[1] * downY,
              top.y() + corner[0] * downY + corner[1] * downX));
    }
    return drawn(picture, List.of(path(corners)), 0);
  }

  private static Image drawn(Image picture, List<Shape> shapes, double strokeWidth) {
    BufferedImage raster = ImageEncoder.buffered(picture);
    Graphics2D graphics = raster.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(CLOTH);
    for (Shape shape : shapes) {
      graphics.fill(shape);
      if (strokeWidth > 0) {
        graphics.setStroke(
            new BasicStroke((float) strokeWidth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
      }
    }
    graphics.dispose();
    return Rasters.image(raster);
  }

  private static Shape path(List<Point> corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners.getFirst().x(), corners.getFirst().y());
    corners.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
    path.closePath();
    return path;
  }

  /** The convex hull (A. M. Andrew's monotone chain, 1979). */
  static List<Point> hull(List<Point> points) {
    List<Point> sorted =
        points.stream()
            .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
            .toList();
    List<Point> hull = chain(sorted);
    hull.removeLast();
    List<Point> upper = chain(sorted.reversed());
    upper.removeLast();
    hull.addAll(upper);
    return hull;
  }

  private static List<Point> chain(List<Point> sorted) {
    List<Point> chain = new ArrayList<>();
    for (Point point : sorted) {
      while (chain.size() > 1 && !turns(chain.get(chain.size() - 2), chain.getLast(), point)) {
        chain.removeLast();
      }
      chain.add(point);
    }
    return chain;
  }

  private static boolean turns(Point from, Point over, Point to) {
    return (over.x() - from.x()) * (to.y() - from.y()) - (over.y() - from.y()) * (to.x() - from.x())
        > 0;
  }
}
