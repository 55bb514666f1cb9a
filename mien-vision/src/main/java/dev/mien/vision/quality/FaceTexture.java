package dev.mien.vision.quality;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;
import dev.mien.vision.landmark.Landmarks;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Colour and texture of a face at points of its mesh, relative to the face's own typical colour:
 * the input from which occlusion is judged. Light, skin and exposure of the whole face cancel out.
 */
final class FaceTexture {

  /** Samples a side of the upright crop that is looked at. */
  private static final int SIDE = 128;

  /** The crop is this many times as large as the longer side of the face's box. */
  private static final double ROOM = 1.15;

  /** Forehead, temples and jaw: no part of their own, but they tell skin from what covers it. */
  private static final int[] CONTEXT = {
    10, 151, 9, 108, 337, 67, 297, 69, 299, 104, 333, 54, 284, 172, 136, 397, 365, 58, 288, 127, 356
  };

  private static final int[] POINTS = points();

  /** Points of one side and their counterparts of the other; what is not named is in the middle. */
  private static final int[][] SIDES = {
    {67, 297}, {69, 299}, {104, 333}, {54, 284}, {108, 337}, {172, 397}, {136, 365}, {58, 288},
    {127, 356}, {70, 300}, {63, 293}, {105, 334}, {66, 296}, {107, 336}, {46, 276}, {53, 283},
    {52, 282}, {65, 295}, {55, 285}, {33, 263}, {160, 387}, {159, 386}, {158, 385}, {133, 362},
    {153, 380}, {145, 374}, {144, 373}, {97, 326}, {75, 305}, {48, 278}, {64, 294}, {50, 280},
    {101, 330}, {205, 425}, {187, 411}, {207, 427}, {123, 352}, {147, 376}, {213, 433}, {192, 416},
    {116, 345}, {61, 291}, {39, 269}, {37, 267}, {181, 405}, {84, 314}, {148, 377}, {176, 400},
    {140, 369}, {171, 396}
  };

  /** For each of {@link #POINTS} the place of its counterpart among them. */
  private static final int[] COUNTERPARTS = counterparts();

  /** Colour in three channels, and how much luminance and colour vary about the point. */
  private static final int VALUES_A_POINT = 5;

  private static final int WHOLE_FACE_VALUES = 3;

  /** Numbers in {@link #of}. */
  static final int SIZE = VALUES_A_POINT * POINTS.length + WHOLE_FACE_VALUES;

  /** Half a side of the squares over which colour is averaged and texture measured. */
  private static final int COLOUR_RADIUS = 2;

  private static final int TEXTURE_RADIUS = 3;

  /** Added to luminances that others are divided by, so that noise in the dark is not blown up. */
  private static final float LUMA_FLOOR = 30;

  private static final float CHROMA_UNIT = 16;
  private static final float CHROMA_TEXTURE_UNIT = 8;
  private static final float TEXTURE_GAIN = 5;
  private static final float MOST = 4;

  private FaceTexture() {}

  private static int[] points() {
    int count = CONTEXT.length;
    for (FacePart part : FacePart.values()) {
      count += part.pointCount();
    }
    int[] points = Arrays.copyOf(CONTEXT, count);
    int at = CONTEXT.length;
    for (FacePart part : FacePart.values()) {
      for (int i = 0; i < part.pointCount(); i++) {
        points[at++] = part.point(i);
      }
    }
    return points;
  }

  private static int[] counterparts() {
    int[] counterparts = new int[POINTS.length];
    Arrays.setAll(counterparts, i -> i);
    for (int[] side : SIDES) {
      int one = place(side[0]);
      int other = place(side[1]);
      counterparts[one] = other;
      counterparts[other] = one;
    }
    return counterparts;
  }

  private static int place(int point) {
    return IntStream.range(0, POINTS.length)
        .filter(i -> POINTS[i] == point)
        .findFirst()
        .orElseThrow();
  }

  /** The features of a face, each of the order of 1. */
  static float[] of(Image picture, Face face) {
    Patch patch = new Patch(SIDE, SIDE);
    Similarity toImage = upright(face);
    patch.fill(picture, toImage);
    return of(patch.planes(), toImage.inverse(), face.landmarks());
  }

  /**
   * The same of an upright crop.
   *
   * @param rgb three planes of {@link #SIDE} x {@link #SIDE} samples
   * @param toPatch from where the landmarks are to the crop
   */
  static float[] of(float[] rgb, Similarity toPatch, Landmarks landmarks) {
    float[][] planes = lumaAndChroma(rgb);
    float[][] values = new float[VALUES_A_POINT][POINTS.length];
    for (int i = 0; i < POINTS.length; i++) {
      Point point = toPatch.apply(landmarks.point(POINTS[i]));
      int x = Math.clamp((int) point.x(), TEXTURE_RADIUS, SIDE - 1 - TEXTURE_RADIUS);
      int y = Math.clamp((int) point.y(), TEXTURE_RADIUS, SIDE - 1 - TEXTURE_RADIUS);
      for (int channel = 0; channel < 3; channel++) {
        values[channel][i] = mean(planes[channel], x, y, COLOUR_RADIUS);
      }
      values[3][i] = deviation(planes[0], x, y);
      values[4][i] = deviation(planes[1], x, y) + deviation(planes[2], x, y);
    }
    return relative(values);
  }

  /** The features of the face's mirror image. */
  static float[] mirrored(float[] features) {
    float[] mirrored = features.clone();
    for (int i = 0; i < POINTS.length; i++) {
      System.arraycopy(
          features, VALUES_A_POINT * COUNTERPARTS[i], mirrored, VALUES_A_POINT * i, VALUES_A_POINT);
    }
    return mirrored;
  }

  private static float[] relative(float[][] values) {
    float luma = median(values[0]);
    float blue = median(values[1]);
    float red = median(values[2]);
    float[] features = new float[SIZE];
    int at = 0;
    for (int i = 0; i < POINTS.length; i++) {
      features[at++] = bounded(2 * (values[0][i] - luma) / (luma + LUMA_FLOOR));
      features[at++] = bounded((values[1][i] - blue) / CHROMA_UNIT);
      features[at++] = bounded((values[2][i] - red) / CHROMA_UNIT);
      features[at++] = bounded(TEXTURE_GAIN * values[3][i] / (luma + LUMA_FLOOR));
      features[at++] = bounded(values[4][i] / CHROMA_TEXTURE_UNIT);
    }
    features[at++] = luma / 128 - 1;
    features[at++] = blue / CHROMA_UNIT;
    features[at] = red / CHROMA_UNIT;
    return features;
  }

  /** From the crop to the picture: the face upright and in the middle. */
  static Similarity upright(Face face) {
    Box box = face.box();
    double scale = ROOM * Math.max(1, Math.max(box.width(), box.height())) / SIDE;
    return Similarity.of(
        scale, Math.toRadians(face.pose().roll()), new Point(SIDE / 2.0, SIDE / 2.0), box.centre());
  }

  /** The luminance and the two differences of colour of JPEG (Rec. 601). */
  private static float[][] lumaAndChroma(float[] rgb) {
    int plane = SIDE * SIDE;
    float[][] planes = new float[3][plane];
    for (int i = 0; i < plane; i++) {
      float red = rgb[i];
      float green = rgb[i + plane];
      float blue = rgb[i + 2 * plane];
      float luma = 0.299f * red + 0.587f * green + 0.114f * blue;
      planes[0][i] = luma;
      planes[1][i] = 0.564f * (blue - luma);
      planes[2][i] = 0.713f * (red - luma);
    }
    return planes;
  }

  private static float mean(float[] plane, int x, int y, int radius) {
    float sum = 0;
    for (int row = y - radius; row <= y + radius; row++) {
      for (int column = x - radius; column <= x + radius; column++) {
        sum += plane[row * SIDE + column];
      }
    }
    return sum / ((2 * radius + 1) * (2 * radius + 1));
  }

  private static float deviation(float[] plane, int x, int y) {
    float mean = mean(plane, x, y, TEXTURE_RADIUS);
    float sum = 0;
    for (int row = y - TEXTURE_RADIUS; row <= y + TEXTURE_RADIUS; row++) {
      for (int column = x - TEXTURE_RADIUS; column <= x + TEXTURE_RADIUS; column++) {
        float difference = plane[row * SIDE + column] - mean;
        sum += difference * difference;
      }
    }
    int side = 2 * TEXTURE_RADIUS + 1;
    return (float) Math.sqrt(sum / (side * side));
  }

  private static float median(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static float bounded(float value) {
    return Math.clamp(value, -MOST, MOST);
  }
}
