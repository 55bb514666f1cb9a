package dev.mien.vision.damage;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageEncoder;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.quality.FacePart;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/**
 * Something drawn over a face.
 *
 * @param picture with it
 * @param covered share of the points of each part that it covers, in the order of {@link FacePart}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Occlusion(Image picture, float[] covered) {

  /** What covers faces. */
  public enum Kind {
    /** Over mouth and chin, as doctors wear it. */
    MASK,
    /** Both lenses and a bridge. */
    SUNGLASSES,
    /** Of any colour or texture, somewhere on the face. */
    OBJECT,
    /** The same in the colour of the face's skin. */
    HAND,
    /** A fringe, down to the brows or the eyes. */
    HAIR,
    /** From below, up to the chin or the mouth. */
    SCARF
  }

  /**
   * Draws one.
   *
   * @param other a picture whose texture objects may have
   * @param random decides on shape, colour and place
   */
  public static Occlusion draw(
      Image picture, Landmarks landmarks, Kind kind, Image other, Random random) {
    Shape shape =
        switch (kind) {
          case MASK -> mask(landmarks, random);
          case SUNGLASSES -> sunglasses(landmarks, random);
          case OBJECT, HAND -> object(landmarks, random);
          case HAIR -> hair(landmarks, random);
          case SCARF -> scarf(landmarks, random);
        };
    BufferedImage raster = ImageEncoder.buffered(picture);
    Graphics2D graphics = raster.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(paint(picture, landmarks, kind, other, random));
    graphics.fill(shape);
    graphics.setColor(new Color(0, 0, 0, 40 + random.nextInt(60)));
    graphics.draw(shape);
    graphics.dispose();
    return new Occlusion(Rasters.image(raster), covered(landmarks, shape));
  }

  /** The share of each part's points that lie in a shape, in the order of {@link FacePart}. */
  public static float[] covered(Landmarks landmarks, Shape shape) {
    FacePart[] parts = FacePart.values();
    float[] covered = new float[parts.length];
    for (int part = 0; part < parts.length; part++) {
      int inside = 0;
      for (int i = 0; i < parts[part].pointCount(); i++) {
        Point point = landmarks.point(parts[part].point(i));
        inside += shape.contains(point.x(), point.y()) ? 1 : 0;
      }
      covered[part] = (float) inside / parts[part].pointCount();
    }
    return covered;
  }

  private static Paint paint(
      Image picture, Landmarks landmarks, Kind kind, Image other, Random random) {
    Box box = landmarks.bounds();
    Color base =
        switch (kind) {
          case MASK ->
              switch (random.nextInt(4)) {
                case 0 -> near(new Color(150, 190, 215), 30, random);
                case 1 -> near(new Color(225, 228, 230), 20, random);
                case 2 -> near(new Color(35, 35, 40), 25, random);
                default -> any(random);
              };
          case SUNGLASSES -> near(new Color(35, 30, 30), 25, random);
          case HAIR -> near(new Color(60, 45, 35), 50, random);
          case HAND -> near(skin(picture, landmarks, random), 25, random);
          case OBJECT, SCARF -> any(random);
        };
    boolean textured =
        switch (kind) {
          case OBJECT, SCARF -> random.nextInt(3) > 0;
          case MASK -> random.nextInt(6) == 0;
          case SUNGLASSES, HAIR, HAND -> false;
        };
    if (textured) {
      double size = box.width() * (0.5 + random.nextDouble());
      return new TexturePaint(
          ImageEncoder.buffered(other), new Rectangle2D.Double(box.x(), box.y(), size, size));
    }
    Color end = near(base, 45, random);
    double angle = random.nextDouble() * Math.PI;
    return new GradientPaint(
        (float) box.x(),
        (float) box.y(),
        base,
        (float) (box.x() + box.width() * Math.cos(angle)),
        (float) (box.y() + box.height() * Math.sin(angle)),
        end,
        true);
  }

  private static Color skin(Image picture, Landmarks landmarks, Random random) {
    Point cheek = landmarks.point(FacePart.CHEEK.point(random.nextInt(20)));
    return new Color(
        picture.rgb(
            Math.clamp((int) cheek.x(), 0, picture.width() - 1),
            Math.clamp((int) cheek.y(), 0, picture.height() - 1)));
  }

  private static Color any(Random random) {
    return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  private static Color near(Color colour, int spread, Random random) {
    int shift = random.nextInt(2 * spread + 1) - spread;
    return new Color(
        shifted(colour.getRed(), shift, random),
        shifted(colour.getGreen(), shift, random),
        shifted(colour.getBlue(), shift, random));
  }

  private static int shifted(int value, int shift, Random random) {
    return Math.clamp(value + shift + random.nextInt(21) - 10L, 0, 255);
  }

  /** From jaw to jaw, its upper edge between the bridge of the nose and its tip. */
  private static Shape mask(Landmarks landmarks, Random random) {
    List<Point> points = landmarks.ibug68();
    Point centre = points.get(30);
    double room = 1.02 + 0.15 * random.nextDouble();
    Path2D path = new Path2D.Double();
    int from = 1 + random.nextInt(2);
    move(path, away(points.get(from), centre, room), true);
    for (int i = from + 1; i <= 16 - from; i++) {
      move(path, away(points.get(i), centre, room), false);
    }
    double height = random.nextDouble();
    Point bridge = between(points.get(28), points.get(29), height);
    move(path, between(points.get(46), bridge, 0.45), false);
    move(path, bridge, false);
    move(path, between(points.get(41), bridge, 0.45), false);
    path.closePath();
    return path;
  }

  private static Shape sunglasses(Landmarks landmarks, Random random) {
    List<Point> five = landmarks.five();
    double dx = five.get(1).x() - five.get(0).x();
    double dy = five.get(1).y() - five.get(0).y();
    double distance = Math.hypot(dx, dy);
    double width = distance * (0.75 + 0.25 * random.nextDouble());
    double height = distance * (0.45 + 0.3 * random.nextDouble());
    boolean round = random.nextBoolean();
    Area area = new Area();
    for (int eye = 0; eye < 2; eye++) {
      Rectangle2D frame =
          new Rectangle2D.Double(
              (eye == 0 ? -1 : 1) * distance / 2 - width / 2, -height / 2.4, width, height);
      area.add(
          new Area(
              round
                  ? new Ellipse2D.Double(frame.getX(), frame.getY(), width, height)
                  : new RoundRectangle2D.Double(
                      frame.getX(), frame.getY(), width, height, width / 4, height / 3)));
    }
    area.add(
        new Area(new Rectangle2D.Double(-distance / 6, -height / 4, distance / 3, distance / 14)));
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            (five.get(0).x() + five.get(1).x()) / 2, (five.get(0).y() + five.get(1).y()) / 2);
    place.rotate(Math.atan2(dy, dx));
    return place.createTransformedShape(area);
  }

  /** An ellipse or a rounded rectangle, turned, about a point of the face. */
  private static Shape object(Landmarks landmarks, Random random) {
    Box box = landmarks.bounds();
    Point centre = landmarks.point(random.nextInt(Landmarks.MESH_POINTS));
    double width = box.width() * (0.25 + 0.5 * random.nextDouble());
    double height = box.height() * (0.2 + 0.4 * random.nextDouble());
    Shape shape =
        random.nextBoolean()
            ? new Ellipse2D.Double(-width / 2, -height / 2, width, height)
            : new RoundRectangle2D.Double(
                -width / 2, -height / 2, width, height, width / 4, width / 4);
    AffineTransform place = AffineTransform.getTranslateInstance(centre.x(), centre.y());
    place.rotate(random.nextDouble() * Math.PI);
    return place.createTransformedShape(shape);
  }

  /** From above down to the brows or the eyes, with a ragged edge. */
  private static Shape hair(Landmarks landmarks, Random random) {
    Point top = landmarks.point(10);
    Point chin = landmarks.point(152);
    double downX = chin.x() - top.x();
    double downY = chin.y() - top.y();
    double depth = 0.15 + 0.3 * random.nextDouble();
    double from = -0.6 + 0.6 * random.nextDouble();
    double to = 0.2 + 0.4 * random.nextDouble();
    Path2D path = new Path2D.Double();
    move(path, along(top, downX, downY, -0.2, from), true);
    move(path, along(top, downX, downY, -0.2, to), false);
    for (int i = 0; i <= 8; i++) {
      double across = to + (from - to) * i / 8;
      move(
          path, along(top, downX, downY, depth * (0.8 + 0.4 * random.nextDouble()), across), false);
    }
    path.closePath();
    return path;
  }

  private static Shape scarf(Landmarks landmarks, Random random) {
    Point top = landmarks.point(10);
    Point chin = landmarks.point(152);
    double downX = chin.x() - top.x();
    double downY = chin.y() - top.y();
    double edge = 0.62 + 0.3 * random.nextDouble();
    Path2D path = new Path2D.Double();
    move(path, along(top, downX, downY, edge + 0.1 * random.nextDouble(), -0.6), true);
    move(path, along(top, downX, downY, edge, 0), false);
    move(path, along(top, downX, downY, edge + 0.1 * random.nextDouble(), 0.6), false);
    move(path, along(top, downX, downY, 1.3, 0.6), false);
    move(path, along(top, downX, downY, 1.3, -0.6), false);
    path.closePath();
    return path;
  }

  private static Point along(Point top, double downX, double downY, double down, double across) {
    return new Point(
        top.x() + downX * down - downY * across, top.y() + downY * down + downX * across);
  }

  private static Point away(Point point, Point centre, double factor) {
    return new Point(
        centre.x() + factor * (point.x() - centre.x()),
        centre.y() + factor * (point.y() - centre.y()));
  }

  private static Point between(Point one, Point other, double share) {
    return new Point(
        one.x() + share * (other.x() - one.x()), one.y() + share * (other.y() - one.y()));
  }

  private static void move(Path2D path, Point point, boolean first) {
    if (first) {
      path.moveTo(point.x(), point.y());
    } else {
      path.lineTo(point.x(), point.y());
    }
  }
}
