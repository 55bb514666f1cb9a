package dev.mien.vision.quality;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A shape over a face, to learn from: patches over chosen parts, one side or both, and things that
 * reach into a face. What it is painted with is left to {@link TrainingPaint}.
 */
enum TrainingCover {
  /** Over some of the parts, each a little larger or smaller than it is. */
  PATCHES {
    @Override
    Shape shape(Landmarks landmarks, Random random) {
      double width = landmarks.bounds().width();
      List<FacePart> parts = new ArrayList<>(List.of(FacePart.values()));
      Collections.shuffle(parts, random);
      int count = 1 + Math.min(random.nextInt(4), random.nextInt(4));
      Area area = new Area();
      for (FacePart part : parts.subList(0, count)) {
        int sides =
            part == FacePart.CHEEK || part == FacePart.EYE || part == FacePart.EYEBROW ? 2 : 1;
        int only = sides == 2 && random.nextInt(3) == 0 ? random.nextInt(2) : -1;
        double margin = width * (0.01 + 0.09 * random.nextDouble());
        for (int side = 0; side < sides; side++) {
          if (only < 0 || only == side) {
            area.add(grown(hull(landmarks, part, side, sides, random), margin));
          }
        }
      }
      return area;
    }
  },
  /** A phone, a hand or a head of another person that reaches in from the side. */
  BESIDE {
    @Override
    Shape shape(Landmarks landmarks, Random random) {
      int[] outline = {127, 234, 93, 132, 58, 172, 356, 454, 323, 361, 288, 397};
      Box box = landmarks.bounds();
      double width = box.width() * (0.2 + 0.5 * random.nextDouble());
      double height = box.height() * (0.3 + 0.6 * random.nextDouble());
      Shape shape =
          random.nextInt(3) == 0
              ? new Ellipse2D.Double(-width / 2, -height / 2, width, height)
              : new RoundRectangle2D.Double(
                  -width / 2, -height / 2, width, height, width / 5, width / 5);
      Point at = landmarks.point(outline[random.nextInt(outline.length)]);
      AffineTransform place = AffineTransform.getTranslateInstance(at.x(), at.y());
      place.rotate((random.nextDouble() - 0.5) * Math.PI / 2);
      return place.createTransformedShape(shape);
    }
  },
  /** A microphone or a cup, from below. */
  IN_FRONT {
    @Override
    Shape shape(Landmarks landmarks, Random random) {
      Box box = landmarks.bounds();
      Point at = landmarks.point(FacePart.CHIN.point(random.nextInt(FacePart.CHIN.pointCount())));
      double size = box.width() * (0.15 + 0.3 * random.nextDouble());
      Area area = new Area(new Ellipse2D.Double(-size / 2, -size / 2, size, size));
      double handle = size * (0.3 + 0.6 * random.nextDouble());
      area.add(new Area(new Rectangle2D.Double(-handle / 2, 0, handle, 3 * size)));
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              at.x(), at.y() - 0.25 * box.height() * random.nextDouble());
      place.rotate(landmarks.angleRadians() + (random.nextDouble() - 0.5));
      return place.createTransformedShape(area);
    }
  },
  /** A cloth, a wall or a frame: all on one side of a line. */
  HALF {
    @Override
    Shape shape(Landmarks landmarks, Random random) {
      Box box = landmarks.bounds();
      double reach = 2 * box.height();
      double towards = Math.PI / 2 * random.nextInt(4) + 0.6 * (random.nextDouble() - 0.5);
      double extent =
          towards % Math.PI < 0.8 || towards % Math.PI > 2.4 ? box.width() : box.height();
      double from = extent * (0.45 - 0.5 * random.nextDouble());
      AffineTransform place =
          AffineTransform.getTranslateInstance(box.centre().x(), box.centre().y());
      place.rotate(landmarks.angleRadians() + towards);
      return place.createTransformedShape(new Rectangle2D.Double(from, -reach, reach, 2 * reach));
    }
  },
  /** Strands of hair that fall into the face. */
  STRANDS {
    @Override
    Shape shape(Landmarks landmarks, Random random) {
      Point top = landmarks.point(10);
      Point chin = landmarks.point(152);
      double width = landmarks.bounds().width();
      double downX = chin.x() - top.x();
      double downY = chin.y() - top.y();
      Area area = new Area();
      int count = 2 + random.nextInt(8);
      double middle = random.nextDouble() - 0.5;
      for (int strand = 0; strand < count; strand++) {
        double across = middle + 0.4 * (random.nextDouble() - 0.5);
        double bend = 0.4 * (random.nextDouble() - 0.5);
        double depth = 0.2 + 0.7 * random.nextDouble();
        Path2D path = new Path2D.Double();
        path.moveTo(top.x() - downY * across, top.y() + downX * across);
        path.quadTo(
            top.x() + downX * depth / 2 - downY * (across + bend),
            top.y() + downY * depth / 2 + downX * (across + bend),
            top.x() + downX * depth - downY * (across + bend / 2),
            top.y() + downY * depth + downX * (across + bend / 2));
        area.add(
            new Area(line(width * (0.01 + 0.05 * random.nextDouble())).createStrokedShape(path)));
      }
      return area;
    }
  },
  /** The frame of glasses: it covers nothing. */
  FRAME {
    @Override
    Shape shape(Landmarks landmarks, Random random) {
      List<Point> five = landmarks.five();
      double dx = five.get(1).x() - five.get(0).x();
      double dy = five.get(1).y() - five.get(0).y();
      double distance = Math.hypot(dx, dy);
      double width = distance * (0.7 + 0.2 * random.nextDouble());
      double height = distance * (0.45 + 0.3 * random.nextDouble());
      double corner = height * (0.2 + 0.8 * random.nextDouble());
      Path2D path = new Path2D.Double();
      for (int eye = -1; eye <= 1; eye += 2) {
        path.append(
            new RoundRectangle2D.Double(
                eye * distance / 2 - width / 2, -height / 2.4, width, height, corner, corner),
            false);
        path.append(
            new Rectangle2D.Double(
                eye * (distance + width) / 2 - distance / 8, -height / 8, distance / 4, 1),
            false);
      }
      path.append(new Rectangle2D.Double(-distance / 8, -height / 8, distance / 4, 1), false);
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              (five.get(0).x() + five.get(1).x()) / 2, (five.get(0).y() + five.get(1).y()) / 2);
      place.rotate(Math.atan2(dy, dx));
      return line(distance * (0.02 + 0.05 * random.nextDouble()))
          .createStrokedShape(place.createTransformedShape(path));
    }
  };

  /** The outline over a face. */
  abstract Shape shape(Landmarks landmarks, Random random);

  private static BasicStroke line(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private static Area grown(Shape shape, double margin) {
    Area area = new Area(shape);
    area.add(new Area(line(2 * margin).createStrokedShape(shape)));
    return area;
  }

  /** About the points of one side of a part, seen from their middle. */
  private static Shape hull(
      Landmarks landmarks, FacePart part, int side, int sides, Random random) {
    int count = part.pointCount() / sides;
    double x = 0;
    double y = 0;
    for (int i = 0; i < count; i++) {
      Point point = landmarks.point(part.point(side * count + i));
      x += point.x() / count;
      y += point.y() / count;
    }
    double stretch = 0.85 + 0.35 * random.nextDouble();
    Point centre = new Point(x, y);
    List<Point> around = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Point point = landmarks.point(part.point(side * count + i));
      around.add(
          new Point(
              centre.x() + stretch * (point.x() - centre.x()),
              centre.y() + stretch * (point.y() - centre.y())));
    }
    return convex(around);
  }

  /** The convex hull (gift wrapping, R. A. Jarvis, 1973). */
  private static Shape convex(List<Point> points) {
    int first = 0;
    for (int i = 1; i < points.size(); i++) {
      first = points.get(i).x() < points.get(first).x() ? i : first;
    }
    Path2D path = new Path2D.Double();
    int at = first;
    for (int corners = 0; corners < points.size(); corners++) {
      if (corners == 0) {
        path.moveTo(points.get(at).x(), points.get(at).y());
      } else {
        path.lineTo(points.get(at).x(), points.get(at).y());
      }
      int next = at == 0 ? 1 : 0;
      for (int i = 0; i < points.size(); i++) {
        next = i != at && turn(points.get(at), points.get(next), points.get(i)) < 0 ? i : next;
      }
      at = next;
      if (at == first) {
        break;
      }
    }
    path.closePath();
    return path;
  }

  private static double turn(Point from, Point over, Point to) {
    return (over.x() - from.x()) * (to.y() - from.y())
        - (over.y() - from.y()) * (to.x() - from.x());
  }

  /** A picture with one of them, and what it covers. */
  static Seen draw(Image picture, Landmarks landmarks, Image other, Random random) {
    int number = random.nextInt(20);
    TrainingCover cover =
        number < 9
            ? PATCHES
            : number < 12
                ? BESIDE
                : number < 14 ? IN_FRONT : number < 16 ? HALF : number < 18 ? STRANDS : FRAME;
    Shape shape = cover.shape(landmarks, random);
    TrainingPaint paint = TrainingPaint.any(cover, picture, landmarks, other, random);
    return new Seen(
        paint.over(picture, shape),
        cover == FRAME ? new float[FacePart.values().length] : paint.covered(landmarks, shape));
  }

  /**
   * A picture of a covered face.
   *
   * @param covered share of each part that cannot be seen, 0..1
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Seen(Image picture, float[] covered) {}
}
