package dev.mien.vision.align;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of a picture around a face, with all of the face below the middle of the nose painted
 * gray: what a medical mask may cover, and with it the mask. Two faces treated like this are
 * compared by what can be seen of both, and the painted part is the same for all.
 *
 * @param picture the part
 * @param landmarks of the face in the part
 */
public record UpperFace(Image picture, Landmarks landmarks) {

  /**
   * Room around the face's box, as a share of its longer side; the embedders' crops need a half.
   */
  private static final double ROOM = 0.6;

  /** How far the painted part reaches beyond the jaw line, as a factor about the nose. */
  private static final double BEYOND_JAW = 1.2;

  private static final int NOSE_TIP = 30;
  private static final int BRIDGE = 28;
  private static final int BELOW_BRIDGE = 29;
  private static final int LEFT_JAW = 1;
  private static final int RIGHT_JAW = 15;
  private static final byte GRAY = 127;

  /** Cuts and paints. */
  public static UpperFace of(Image image, Landmarks landmarks) {
    Box box = landmarks.bounds();
    double room = ROOM * Math.max(box.width(), box.height());
    int left = (int) Math.clamp(Math.floor(box.x() - room), 0, image.width() - 1);
    int top = (int) Math.clamp(Math.floor(box.y() - room), 0, image.height() - 1);
    int right = (int) Math.clamp(Math.ceil(box.right() + room), left + 1, image.width());
    int bottom = (int) Math.clamp(Math.ceil(box.bottom() + room), top + 1, image.height());
    int width = right - left;
    byte[] rgb = new byte[3 * width * (bottom - top)];
    int at = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = image.rgb(x, y);
        rgb[at++] = (byte) (pixel >> 16);
        rgb[at++] = (byte) (pixel >> 8);
        rgb[at++] = (byte) pixel;
      }
    }
    Landmarks shifted = shifted(landmarks, left, top);
    paint(rgb, width, bottom - top, outline(shifted.ibug68()));
    return new UpperFace(Image.of(width, bottom - top, rgb), shifted);
  }

  private static Landmarks shifted(Landmarks landmarks, int left, int top) {
    float[] mesh = new float[3 * Landmarks.MESH_POINTS];
    for (int i = 0; i < Landmarks.MESH_POINTS; i++) {
      mesh[3 * i] = (float) (landmarks.point(i).x() - left);
      mesh[3 * i + 1] = (float) (landmarks.point(i).y() - top);
      mesh[3 * i + 2] = (float) landmarks.depth(i);
    }
    return Landmarks.of(mesh);
  }

  private static List<Point> outline(List<Point> points) {
    Point nose = points.get(NOSE_TIP);
    List<Point> outline = new ArrayList<>();
    for (int i = LEFT_JAW; i <= RIGHT_JAW; i++) {
      Point jaw = points.get(i);
      outline.add(
          new Point(
              nose.x() + BEYOND_JAW * (jaw.x() - nose.x()),
              nose.y() + BEYOND_JAW * (jaw.y() - nose.y())));
    }
    Point upper = points.get(BRIDGE);
    Point lower = points.get(BELOW_BRIDGE);
    outline.add(new Point((upper.x() + lower.x()) / 2, (upper.y() + lower.y()) / 2));
    return outline;
  }

  /** Fills a polygon by the even-odd rule, row by row. */
  private static void paint(byte[] rgb, int width, int height, List<Point> outline) {
    double[] crossings = new double[outline.size()];
    for (int y = 0; y < height; y++) {
      int count = 0;
      for (int i = 0; i < outline.size(); i++) {
        Point one = outline.get(i);
        Point other = outline.get((i + 1) % outline.size());
        double row = y + 0.5;
        if (one.y() <= row != other.y() <= row) {
          crossings[count++] =
              one.x() + (row - one.y()) / (other.y() - one.y()) * (other.x() - one.x());
        }
      }
      Arrays.sort(crossings, 0, count);
      for (int i = 0; i + 1 < count; i += 2) {
        int from = Math.clamp(Math.round(crossings[i]), 0, width);
        int to = Math.clamp(Math.round(crossings[i + 1]), from, width);
        Arrays.fill(rgb, 3 * (y * width + from), 3 * (y * width + to), GRAY);
      }
    }
  }
}
