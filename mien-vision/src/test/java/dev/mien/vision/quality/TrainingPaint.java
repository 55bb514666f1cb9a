package dev.mien.vision.quality;

import dev.mien.vision.damage.Gaussian;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * What a cover is painted with: a colour that drifts over it, with grain, or a piece of a picture;
 * opaque or a veil, with an edge that may be soft.
 *
 * @param texture the picture that is copied, as large as the one that is painted on; empty where a
 *     colour is
 * @param colour red, green, blue, 0..255
 * @param drift what each gains from one end of the face to the other
 * @param grain standard deviation of the noise on it
 * @param opacity 0..1
 * @param softness standard deviation of the edge in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record TrainingPaint(
    Optional<Image> texture,
    int shiftX,
    int shiftY,
    double[] colour,
    double[] drift,
    Box face,
    double grain,
    double opacity,
    double softness,
    long seed) {

  /**
   * What can be seen through less than the first is covered wholly, through more than the second
   * not.
   */
  private static final double OPAQUE = 0.85;

  private static final double CLEAR = 0.35;

  /** Chooses one that the kind of cover may have. */
  static TrainingPaint any(
      TrainingCover cover, Image picture, Landmarks landmarks, Image other, Random random) {
    Box face = landmarks.bounds();
    boolean thin = cover == TrainingCover.STRANDS || cover == TrainingCover.FRAME;
    int kind = random.nextInt(10);
    Color colour =
        thin
            ? strand(random)
            : kind < 4
                ? new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256))
                : kind < 6 ? skin(picture, landmarks, random) : muted(random);
    double strength = 40 * random.nextDouble();
    double[] drift = new double[3];
    double common = strength * (2 * random.nextDouble() - 1);
    Arrays.setAll(drift, _ -> common + 0.2 * strength * (2 * random.nextDouble() - 1));
    Optional<Image> texture =
        thin || kind < 7 ? Optional.empty() : Optional.of(kind == 7 ? picture : other);
    boolean veil = !thin && random.nextInt(8) == 0;
    return new TrainingPaint(
        texture,
        (int) (face.width() * (0.7 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1)),
        (int) (face.height() * 2 * (random.nextDouble() - 0.5)),
        new double[] {colour.getRed(), colour.getGreen(), colour.getBlue()},
        drift,
        face,
        random.nextInt(3) == 0 ? 0 : 6 * random.nextDouble(),
        veil ? 0.3 + 0.7 * random.nextDouble() : 1,
        random.nextInt(2) == 0 ? 0 : 0.015 * face.width() * random.nextDouble(),
        random.nextLong());
  }

  /** Hair, horn and wire. */
  private static Color strand(Random random) {
    int light = 20 + random.nextInt(random.nextInt(3) == 0 ? 170 : 60);
    return new Color(
        light, (int) (light * 0.85), (int) (light * (0.55 + 0.4 * random.nextDouble())));
  }

  /** Black, gray, white and what is nearly so: most things that people hold or wear. */
  private static Color muted(Random random) {
    int light = random.nextInt(226);
    return new Color(
        light + random.nextInt(30), light + random.nextInt(30), light + random.nextInt(30));
  }

  /** Of the face, a little lighter or darker: a hand. */
  private static Color skin(Image picture, Landmarks landmarks, Random random) {
    Point at = landmarks.point(FacePart.CHEEK.point(random.nextInt(FacePart.CHEEK.pointCount())));
    int rgb =
        picture.rgb(
            Math.clamp((int) at.x(), 0, picture.width() - 1),
            Math.clamp((int) at.y(), 0, picture.height() - 1));
    double factor = 0.7 + 0.6 * random.nextDouble();
    return new Color(
        (int) Math.clamp(factor * (rgb >> 16 & 0xff), 0, 255),
        (int) Math.clamp(factor * (rgb >> 8 & 0xff), 0, 255),
        (int) Math.clamp(factor * (rgb & 0xff), 0, 255));
  }

  /** How much of each part cannot be seen, in the order of {@link FacePart}. */
  float[] covered(Landmarks landmarks, Shape shape) {
    double hidden = Math.clamp((opacity - CLEAR) / (OPAQUE - CLEAR), 0, 1);
    float[] covered = Occlusion.covered(landmarks, shape);
    for (int part = 0; part < covered.length; part++) {
      covered[part] *= (float) hidden;
    }
    return covered;
  }

  /** The picture with a shape painted over it. */
  Image over(Image picture, Shape shape) {
    float[] alpha = alpha(picture, shape);
    Random random = new Random(seed);
    byte[] rgb = new byte[3 * picture.width() * picture.height()];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int at = y * picture.width() + x;
        int below = picture.rgb(x, y);
        double share = opacity * alpha[at];
        double noise = share > 0 ? grain * random.nextGaussian() : 0;
        for (int channel = 0; channel < 3; channel++) {
          double seen = below >> (16 - 8 * channel) & 0xff;
          double value = share > 0 ? seen + share * (paint(x, y, channel) + noise - seen) : seen;
          rgb[3 * at + channel] = (byte) Math.round(Math.clamp(value, 0, 255));
        }
      }
    }
    return Image.of(picture.width(), picture.height(), rgb);
  }

  private double paint(int x, int y, int channel) {
    if (texture.isPresent()) {
      Image copied = texture.get();
      int column = Math.floorMod(x + shiftX, copied.width());
      int row = Math.floorMod(y + shiftY, copied.height());
      return copied.rgb(column, row) >> (16 - 8 * channel) & 0xff;
    }
    double along = (x - face.centre().x()) / face.width() + (y - face.centre().y()) / face.height();
    return colour[channel] + drift[channel] * along;
  }

  private float[] alpha(Image picture, Shape shape) {
    BufferedImage mask =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = mask.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fill(shape);
    graphics.dispose();
    BufferedImage edged = softness > 0.3 ? blurred(mask) : mask;
    int[] samples =
        edged.getRaster().getSamples(0, 0, picture.width(), picture.height(), 0, (int[]) null);
    float[] alpha = new float[samples.length];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = samples[i] / 255f;
    }
    return alpha;
  }

  private BufferedImage blurred(BufferedImage mask) {
    float[] weights = Gaussian.weights(softness, 2);
    BufferedImage across =
        new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_ZERO_FILL, null)
            .filter(mask, null);
    return new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_ZERO_FILL, null)
        .filter(across, null);
  }
}
