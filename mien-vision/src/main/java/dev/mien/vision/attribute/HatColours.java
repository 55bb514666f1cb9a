package dev.mien.vision.attribute;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Lab;
import dev.mien.vision.image.SampleRows;
import dev.mien.vision.landmark.Landmarks;
import java.util.ArrayList;
import java.util.List;

/**
 * The colours of what is on a head. Looks above the brows, as wide as the face, and weighs each
 * place by how unlike it is to what lies beside the head at that height (background) and to the
 * cheeks (forehead); what is outside of the picture does not count. Takes the crop that shows the
 * whole head, and averages it over cells of 2 x 2. The same for a head and its mirror image. Not
 * thread-safe.
 *
 * <p>The limits and the strengths of the weights were chosen by cross-validation on 200 labelled
 * hats (docs/attributes.md).
 */
final class HatColours implements SampleRows {

  private static final int CELL = 2;

  /** Where a hat is looked for: in heights from brow to chin above the brow, ... */
  private static final double LOWEST = 0.08;

  private static final double HIGHEST = 0.6;

  /** ... and in widths of the face from its middle; the background begins further out. */
  private static final double WIDEST = 0.5;

  private static final double BACKGROUND_FROM = 0.85;

  /** Places of the background that are compared, at most and at least. */
  private static final int BACKGROUND_MAX = 64;

  private static final int BACKGROUND_MIN = 20;

  /** By how much the background counts less, and within which distance in Lab. */
  private static final double BACKGROUND_STRENGTH = 12;

  private static final double BACKGROUND_DISTANCE = 18;

  /** The share that is taken off from skin, and the same for it; lightness counts less there. */
  private static final double SKIN_STRENGTH = 0.9;

  private static final double SKIN_DISTANCE = 10;
  private static final double SKIN_LIGHTNESS = 0.3;

  private static final int[] CHEEKS = {50, 280};
  private static final int[] BROWS = {105, 334};
  private static final int CHIN = 152;

  /** Cells around the middle of a cheek that are averaged. */
  private static final int CHEEK_REACH = 3;

  private final int side;
  private final float[] sums;

  /**
   * For a crop.
   *
   * @param samples of its side
   */
  HatColours(int samples) {
    this.side = samples / CELL;
    this.sums = new float[3 * side * side];
  }

  /** Cells a side. */
  int side() {
    return side;
  }

  @Override
  public void put(int channel, int row, float[] samples) {
    if (row < side * CELL) {
      int start = (channel * side + row / CELL) * side;
      for (int x = 0; x < side * CELL; x++) {
        sums[start + x / CELL] += samples[x];
      }
    }
  }

  /** A place: its colour in both forms. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Place(double[] rgb, Lab lab) {}

  /**
   * The shares of the colours, after all rows were put.
   *
   * @param toImage from the cells to the image the crop was taken from
   * @param mirrored whether the samples were mirrored after they were taken
   */
  float[] of(Image image, Landmarks mesh, Similarity toImage, boolean mirrored) {
    Similarity toCells = toImage.inverse();
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < Landmarks.MESH_POINTS; i++) {
      double x = cell(toCells, mesh.point(i), mirrored).x();
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    double brow =
        Math.min(toCells.apply(mesh.point(BROWS[0])).y(), toCells.apply(mesh.point(BROWS[1])).y());
    double height = Math.max(1, toCells.apply(mesh.point(CHIN)).y() - brow);
    List<Place> hat = new ArrayList<>();
    List<Place> background = new ArrayList<>();
    for (int row = 0; row + 0.5 < brow && row < side; row++) {
      double up = (brow - row - 0.5) / height;
      for (int column = 0; column < side; column++) {
        double off = Math.abs((column + 0.5 - (left + right) / 2) / (right - left));
        boolean crown = off < WIDEST && up >= LOWEST && up < HIGHEST;
        if ((crown || off > BACKGROUND_FROM)
            && inside(image, toImage, mirrored ? side - 1 - column : column, row)) {
          (crown ? hat : background).add(place(row, column));
        }
      }
    }
    return shares(hat, thinned(background), cheeks(mesh, toCells, mirrored));
  }

  private Point cell(Similarity toCells, Point point, boolean mirrored) {
    Point at = toCells.apply(point);
    return mirrored ? new Point(side - at.x(), at.y()) : at;
  }

  private static boolean inside(Image image, Similarity toImage, int column, int row) {
    Point at = toImage.apply(column + 0.5, row + 0.5);
    return at.x() >= 0 && at.y() >= 0 && at.x() < image.width() && at.y() < image.height();
  }

  private Place place(int row, int column) {
    double[] rgb = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      rgb[channel] = sums[(channel * side + row) * side + column] / (CELL * CELL);
    }
    return new Place(rgb, Lab.of(rgb));
  }

  /** The mean colour of both cheeks. */
  private Lab cheeks(Landmarks mesh, Similarity toCells, boolean mirrored) {
    double[] sum = new double[3];
    int count = 0;
    for (int index : CHEEKS) {
      Point middle = cell(toCells, mesh.point(index), mirrored);
      for (int y = -CHEEK_REACH; y <= CHEEK_REACH; y++) {
        for (int x = -CHEEK_REACH; x <= CHEEK_REACH; x++) {
          int row = Math.clamp((int) middle.y() + y, 0, side - 1);
          double[] rgb = place(row, Math.clamp((int) middle.x() + x, 0, side - 1)).rgb();
          for (int channel = 0; channel < 3; channel++) {
            sum[channel] += rgb[channel];
          }
          count++;
        }
      }
    }
    return Lab.of(new double[] {sum[0] / count, sum[1] / count, sum[2] / count});
  }

  private static List<Place> thinned(List<Place> places) {
    int step = Math.max(1, places.size() / BACKGROUND_MAX);
    List<Place> kept = new ArrayList<>();
    for (int i = 0; i < places.size(); i += step) {
      kept.add(places.get(i));
    }
    return kept;
  }

  private static float[] shares(List<Place> hat, List<Place> background, Lab skin) {
    ColourShares shares = new ColourShares();
    for (Place place : hat) {
      double weight = 1 - SKIN_STRENGTH * like(place.lab(), skin, SKIN_LIGHTNESS, SKIN_DISTANCE);
      if (background.size() >= BACKGROUND_MIN) {
        double alike = 0;
        for (Place other : background) {
          alike += like(place.lab(), other.lab(), 1, BACKGROUND_DISTANCE) / background.size();
        }
        weight /= 1 + BACKGROUND_STRENGTH * alike;
      }
      shares.add(place.rgb(), place.lab(), weight);
    }
    return shares.values();
  }

  /** 1 for the same colour, near 0 beyond two distances. */
  private static double like(Lab one, Lab other, double lightness, double distance) {
    double light = one.lightness() - other.lightness();
    double red = one.redness() - other.redness();
    double yellow = one.yellowness() - other.yellowness();
    double square = lightness * light * light + red * red + yellow * yellow;
    return Math.exp(-square / (2 * distance * distance));
  }
}
