package dev.mien.vision.liveness;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.liveness.Camera.Tone;
import java.util.Random;

/**
 * What sends a face's light to a camera, drawn by lot: the face itself in an even or uneven light,
 * a screen (range, saturation and white of its own, a grid of coloured stripes, reflections, bands
 * of its refresh, a dark border), or a print (fewer colours, no black and no full white, dots,
 * grain, shine, a white border).
 */
final class Surface {

  private static final double[] NEUTRAL = {1, 1, 1};

  private final Shown kind;
  private final double faceSize;
  private final Random random;
  private final double[] tint;
  private final double gamma;
  private final double saturation;
  private final double gain;
  private final double lift;
  private final double turn;
  private final double shear;
  private final double tilt;
  private final double shade;
  private final double shadeAngle;
  private final double grain;
  private final Dots dots;
  private final Shine shine;
  private final double bands;
  private final double bandFrequency;
  private final double border;
  private final double borderLight;

  /**
   * Draws one.
   *
   * @param faceSize on the sensor, in pixels
   */
  static Surface of(Shown kind, double faceSize, Random random) {
    return new Surface(kind, faceSize, random);
  }

  private Surface(Shown kind, double faceSize, Random random) {
    this.kind = kind;
    this.faceSize = faceSize;
    this.random = random;
    boolean live = kind == Shown.LIVE;
    boolean screen = kind == Shown.SCREEN;
    tint = live ? NEUTRAL : tint();
    gamma = live ? 1 : screen ? between(0.75, 1.5) : between(0.8, 1.25);
    saturation = live ? 1 : screen ? between(0.55, 1.3) : between(0.4, 0.95);
    lift = live ? 0 : screen ? chance(0.5) * between(0, 0.07) : between(0.02, 0.1);
    gain = live ? 1 : screen ? Math.exp(between(-0.3, 0.7)) : between(0.65, 0.92) - lift;
    turn = live ? 0 : between(-0.07, 0.07);
    shear = live ? 0 : between(-0.08, 0.08);
    tilt = live ? 0 : between(-0.1, 0.1);
    shade = between(0, live ? 0.35 : 0.5);
    shadeAngle = between(0, 2 * Math.PI);
    grain = kind == Shown.PRINT ? between(0, 0.04) : 0;
    dots = dots();
    shine = shine();
    bands = screen ? chance(1 / 3.0) * between(0.01, 0.08) : 0;
    bandFrequency = between(0.01, 0.08);
    border = live || chance(0.35) == 0 ? Double.POSITIVE_INFINITY : between(0.65, 1.2) * faceSize;
    borderLight = screen ? between(0, 0.03) : between(0.6, 0.9);
  }

  /** Screens are mostly bluer than the light that the camera is balanced for, paper is yellower. */
  private double[] tint() {
    if (kind == Shown.PRINT) {
      return new double[] {between(0.92, 1.12), between(0.92, 1.02), between(0.75, 1.08)};
    }
    if (chance(0.25) == 1) {
      return new double[] {between(1, 1.35), between(0.8, 1), between(0.85, 1.25)};
    }
    double cold = between(0, 1);
    return new double[] {
      Math.exp(-0.55 * cold * between(0.3, 1)),
      Math.exp(between(-0.1, 0.06)),
      Math.exp(0.5 * cold * between(0.3, 1))
    };
  }

  private Dots dots() {
    return switch (kind) {
      case LIVE -> new Dots(0, 1, false);
      case SCREEN -> new Dots(between(0.2, 1), between(0.5, 3.2), false);
      case PRINT -> new Dots(between(0, 0.35), between(0.4, 1.2), true);
    };
  }

  private Shine shine() {
    double strength =
        switch (kind) {
          case LIVE -> 0;
          case SCREEN -> chance(0.5) * between(0.03, 0.4);
          case PRINT -> chance(1 / 3.0) * between(0.02, 0.25);
        };
    double radius = faceSize * between(0.1, 0.6);
    return new Shine(
        strength, faceSize * between(-1, 1), faceSize * between(-1, 1), 2 * radius * radius);
  }

  /**
   * The light on the sensor.
   *
   * @param centre of the face in the picture that is shown, which comes to the sensor's middle
   * @param scale pixels of the sensor to one of the picture
   */
  Light light(Image picture, Point centre, double scale, int width, int height) {
    float[][] channels = new float[3][width * height];
    double[] colour = new double[3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double across = x - width / 2.0;
        double down = y - height / 2.0;
        double far = 1 + tilt * across / width;
        double surfaceX = far * (across + (shear - turn) * down);
        double surfaceY = far * (turn * across + down);
        if (Math.max(Math.abs(surfaceX), Math.abs(surfaceY)) > border) {
          colour[0] = colour[1] = colour[2] = borderLight;
        } else {
          read(picture, centre.x() + surfaceX / scale, centre.y() + surfaceY / scale, colour);
          show(surfaceX, surfaceY, colour);
        }
        double even =
            1
                + shade * (Math.cos(shadeAngle) * across / width)
                + shade * (Math.sin(shadeAngle) * down / height);
        double shiny = shine.at(across, down);
        double band = 1 + bands * Math.cos(bandFrequency * y);
        for (int channel = 0; channel < 3; channel++) {
          channels[channel][y * width + x] = (float) (even * (band * colour[channel] + shiny));
        }
      }
    }
    return new Light(width, height, channels);
  }

  /** A colour of the picture, between its pixels. */
  private static void read(Image picture, double x, double y, double[] colour) {
    int left = (int) Math.floor(x - 0.5);
    int top = (int) Math.floor(y - 0.5);
    double right = x - 0.5 - left;
    double below = y - 0.5 - top;
    colour[0] = colour[1] = colour[2] = 0;
    for (int i = 0; i < 4; i++) {
      int pixel =
          picture.rgb(
              Math.clamp(left + i % 2, 0, picture.width() - 1),
              Math.clamp(top + i / 2, 0, picture.height() - 1));
      double weight = (i % 2 == 0 ? 1 - right : right) * (i < 2 ? 1 - below : below);
      for (int channel = 0; channel < 3; channel++) {
        colour[channel] += weight * Tone.linear(pixel >> (16 - 8 * channel) & 0xff);
      }
    }
  }

  /** From the colour of the picture to that of the surface. */
  private void show(double x, double y, double[] colour) {
    if (kind == Shown.LIVE) {
      return;
    }
    double mean = 0;
    for (int channel = 0; channel < 3; channel++) {
      colour[channel] = Math.pow(colour[channel], gamma);
      mean += colour[channel] / 3;
    }
    double rough = grain == 0 ? 1 : 1 + grain * random.nextGaussian();
    for (int channel = 0; channel < 3; channel++) {
      double value = Math.max(0, mean + saturation * (colour[channel] - mean));
      if (kind == Shown.SCREEN) {
        value = gain * (value * dots.at(x, y, channel) * tint[channel] + lift);
      } else {
        value = (lift + gain * Math.min(1, value) * dots.at(x, y, channel)) * tint[channel] * rough;
      }
      colour[channel] = Math.max(0, value);
    }
  }

  private double between(double low, double high) {
    return Recapture.between(low, high, random);
  }

  /** 1 with a probability, or 0. */
  private double chance(double probability) {
    return random.nextDouble() < probability ? 1 : 0;
  }

  /**
   * The grid of a screen, or a print's dots.
   *
   * @param depth of the pattern; a pixel of the sensor sees the mean over its width
   * @param pitch periods to a pixel of the sensor: a beat appears where it is over a half
   * @param turned an angle for each ink instead of stripes of red, green and blue
   */
  private record Dots(double depth, double pitch, boolean turned) {
    double at(double x, double y, int channel) {
      if (depth == 0) {
        return 1;
      }
      double seen = depth * Math.abs(Math.sin(Math.PI * pitch) / (Math.PI * pitch));
      double lens = Math.exp(-0.6 * pitch);
      double wave = 2 * Math.PI * pitch;
      if (turned) {
        double angle = 0.26 + 0.52 * channel;
        double one = Math.cos(wave * (x * Math.cos(angle) + y * Math.sin(angle)));
        double other = Math.cos(wave * (y * Math.cos(angle) - x * Math.sin(angle)));
        return 1 + seen * lens * (one + other) / 2;
      }
      double stripes = Math.cos(wave * x + 2 * Math.PI * channel / 3);
      return 1 + seen * lens * (stripes + 0.5 * Math.cos(wave * y));
    }
  }

  /** A light that is mirrored, round and soft; places from the middle of the face. */
  private record Shine(double strength, double x, double y, double spread) {
    double at(double atX, double atY) {
      return strength == 0
          ? 0
          : strength * Math.exp(-((atX - x) * (atX - x) + (atY - y) * (atY - y)) / spread);
    }
  }
}
