package dev.mien.training;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Faces with a mask or sunglasses drawn on them, for what the labelled sets have none of (masks
 * worn wrongly) or few of (sunglasses). The views form a set of their own whose paths end in what
 * was drawn.
 */
final class DrawnFaces {

  /** The name of the set. */
  static final String SET = "drawn";

  /** What is drawn, in the order of the mask states; sunglasses last. */
  static final List<String> KINDS = List.of("plain", "off-face", "chin", "mouth", "proper", "sun");

  private static final int SUNGLASSES = 5;
  private static final int SUN_CLASS = 2;

  private static final int[] MASK_COLOURS = {
    0xe6e9ea, 0xf2f2f0, 0xa9cde0, 0x8fb8cf, 0x9fd0c0, 0x26262a, 0x3a3d45, 0x7c7f84, 0xd8a0ac,
    0x2f3f6b
  };

  private static final int[] LENS_COLOURS = {0x101012, 0x1c1612, 0x24282e, 0x3a2a20, 0x17202c};

  /** The jaw from the left ear over the chin to the right ear. */
  private static final int[] JAW = {
    234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361,
    323, 454
  };

  private static final int CHIN = 152;
  private static final int FOREHEAD = 10;
  private static final int LEFT_EAR = 234;
  private static final int RIGHT_EAR = 454;
  private static final int BELOW_LIP = 18;
  private static final int BELOW_NOSE = 2;
  private static final int NOSE_BRIDGE = 197;

  /** Around the left eye, from the bridge: brow, outer corner, cheek. */
  private static final int[] LEFT_LENS = {193, 52, 46, 226, 117, 119, 126};

  private static final int[] RIGHT_LENS = {417, 282, 276, 446, 346, 348, 355};

  private DrawnFaces() {}

  /** The mask state of a drawn view, or nothing for others. */
  static Optional<Double> mask(View view) {
    return kind(view).filter(kind -> kind != SUNGLASSES).map(kind -> (double) kind);
  }

  /** The glasses of a drawn view with sunglasses, or nothing for others. */
  static Optional<Double> sunglasses(View view) {
    return kind(view).filter(kind -> kind == SUNGLASSES).map(kind -> (double) SUN_CLASS);
  }

  private static Optional<Integer> kind(View view) {
    return view.set().equals(SET)
        ? Optional.of(KINDS.indexOf(view.path().substring(view.path().indexOf('#') + 1)))
        : Optional.empty();
  }

  /** Draws one kind on a face. */
  static Image draw(Image image, Landmarks face, String kind, Random random) {
    Canvas canvas = new Canvas(image);
    switch (kind) {
      case "plain" -> {}
      case "off-face" -> offFace(canvas, face, random);
      case "chin" -> mask(canvas, face, 4, BELOW_LIP, 0.3, random);
      case "mouth" -> mask(canvas, face, 2, BELOW_NOSE, 0.35, random);
      case "proper" -> mask(canvas, face, 1, NOSE_BRIDGE, 0.4, random);
      case "sun" -> sun(canvas, face, random);
      default -> throw new IllegalArgumentException("nothing called " + kind + " can be drawn");
    }
    return canvas.image();
  }

  /**
   * A mask over the lower face.
   *
   * @param from where on each side of the jaw its upper edge begins
   * @param top mesh point in the middle of the upper edge
   * @param arch how far the edge between is towards the middle's height rather than the sides'
   */
  private static void mask(
      Canvas canvas, Landmarks face, int from, int top, double arch, Random random) {
    List<Point> corners = new ArrayList<>();
    Point middle = moved(face, face.point(top), 0.015 * random.nextGaussian());
    for (int i = from; i < JAW.length - from; i++) {
      double room = 0.04 + 0.04 * random.nextDouble();
      corners.add(away(face.point(BELOW_NOSE), face.point(JAW[i]), 1 + room));
    }
    Point left = face.point(JAW[from]);
    Point right = face.point(JAW[JAW.length - 1 - from]);
    corners.add(between(right, middle, 0.5 + arch / 2));
    corners.add(middle);
    corners.add(between(left, middle, 0.5 + arch / 2));
    int colour = MASK_COLOURS[random.nextInt(MASK_COLOURS.length)];
    canvas.fill(corners, colour, 0.9 + 0.08 * random.nextDouble(), random);
    int fold = darker(colour);
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      double share = 0.25 + 0.22 * i;
      Point foldLeft = between(left, face.point(CHIN), share);
      Point foldRight = between(right, face.point(CHIN), share);
      Point thickness = moved(face, foldRight, 0.012);
      canvas.fill(
          List.of(foldLeft, foldRight, thickness, moved(face, foldLeft, 0.012)), fold, 0.6, random);
    }
  }

  /** Hanging under the chin, or from one ear. */
  private static void offFace(Canvas canvas, Landmarks face, Random random) {
    int colour = MASK_COLOURS[random.nextInt(MASK_COLOURS.length)];
    List<Point> corners = new ArrayList<>();
    if (random.nextBoolean()) {
      for (int i = 5; i < JAW.length - 5; i++) {
        corners.add(moved(face, face.point(JAW[i]), 0.05));
      }
      for (int i = JAW.length - 6; i >= 5; i--) {
        corners.add(moved(face, face.point(JAW[i]), 0.22 + 0.1 * random.nextDouble()));
      }
    } else {
      boolean left = random.nextBoolean();
      Point ear = face.point(left ? LEFT_EAR : RIGHT_EAR);
      Point other = face.point(left ? RIGHT_EAR : LEFT_EAR);
      Point outer = between(other, ear, 1.28);
      corners.addAll(
          List.of(
              between(other, ear, 1.03),
              outer,
              moved(face, outer, 0.5),
              moved(face, between(other, ear, 1.05), 0.5)));
    }
    canvas.fill(corners, colour, 0.95, random);
  }

  private static void sun(Canvas canvas, Landmarks face, Random random) {
    int colour = LENS_COLOURS[random.nextInt(LENS_COLOURS.length)];
    double opacity = 0.8 + 0.2 * random.nextDouble();
    double size = 0.9 + 0.25 * random.nextDouble();
    for (int[] lens : List.of(LEFT_LENS, RIGHT_LENS)) {
      List<Point> corners = new ArrayList<>();
      Point centre = centre(face, lens);
      for (int index : lens) {
        corners.add(away(centre, face.point(index), size));
      }
      canvas.fill(corners, colour, opacity, random);
    }
    Point left = face.point(LEFT_LENS[0]);
    Point right = face.point(RIGHT_LENS[0]);
    canvas.fill(
        List.of(left, right, moved(face, right, 0.02), moved(face, left, 0.02)), colour, 1, random);
  }

  private static Point centre(Landmarks face, int[] indices) {
    double x = 0;
    double y = 0;
    for (int index : indices) {
      x += face.point(index).x() / indices.length;
      y += face.point(index).y() / indices.length;
    }
    return new Point(x, y);
  }

  /** A point moved down the face by a share of its height. */
  private static Point moved(Landmarks face, Point point, double down) {
    Point top = face.point(FOREHEAD);
    Point chin = face.point(CHIN);
    return new Point(
        point.x() + down * (chin.x() - top.x()), point.y() + down * (chin.y() - top.y()));
  }

  private static Point away(Point centre, Point point, double factor) {
    return between(centre, point, factor);
  }

  private static Point between(Point from, Point to, double share) {
    return new Point(
        from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }

  private static int darker(int rgb) {
    int red = (rgb >> 16 & 0xff) * 7 / 8;
    int green = (rgb >> 8 & 0xff) * 7 / 8;
    int blue = (rgb & 0xff) * 7 / 8;
    return (red << 16) | (green << 8) | blue;
  }
}
