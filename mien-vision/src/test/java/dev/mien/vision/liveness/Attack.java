package dev.mien.vision.liveness;

import dev.mien.vision.damage.Degradations;
import dev.mien.vision.image.Image;
import java.util.Random;

/**
 * Faces as a camera sees them on a screen or on paper. Made, not photographed, with the face left
 * where it is. Light is added and weighed in linear terms, as lenses do it.
 */
enum Attack {
  SCREEN,
  PRINT;

  private static final double GAMMA = 2.2;
  private static final double SCREEN_WITH_GRID = 0.7;
  private static final double PRINT_WITH_DOTS = 0.5;

  /**
   * Makes one.
   *
   * @param faceSize shorter side of the face's box in pixels: blur goes by it
   */
  Image of(Image picture, double faceSize, Random random) {
    double blur =
        switch (this) {
          case SCREEN -> between(0.002, 0.016, random);
          case PRINT -> between(0.002, 0.014, random);
        };
    double saturation =
        switch (this) {
          case SCREEN -> between(0.5, 1.15, random);
          case PRINT -> between(0.45, 0.9, random);
        };
    Image shown = shown(picture, faceSize, saturation, random);
    Image seen = Degradations.blurred(shown, blur * faceSize);
    seen = Degradations.noisy(seen, between(0.3, 3.5, random));
    return Degradations.compressed(seen, between(0.6, 0.95, random));
  }

  /**
   * The range of light of what shows the face, its tint, its grid, and the light on its surface.
   */
  private Image shown(Image picture, double faceSize, double saturation, Random random) {
    double[] tint = tint(random);
    double gain = this == PRINT ? between(0.55, 0.95, random) : between(0.6, 1.5, random);
    double contrast =
        switch (this) {
          case SCREEN -> between(0.75, 1.35, random);
          case PRINT -> between(0.8, 1.2, random);
        };
    double lift =
        switch (this) {
          case SCREEN -> between(0, 0.05, random);
          case PRINT -> between(0.01, 0.08, random);
        };
    Grid grid = grid(random);
    Glare glare = glare(picture, faceSize, random);
    byte[] rgb = new byte[3 * picture.width() * picture.height()];
    double[] light = new double[3];
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int pixel = picture.rgb(x, y);
        double shine = lift + glare.at(x, y);
        double pattern = grid.at(x, y);
        double mean = 0;
        for (int channel = 0; channel < 3; channel++) {
          double value = Math.pow((pixel >> (16 - 8 * channel) & 0xff) / 255.0, GAMMA * contrast);
          light[channel] =
              255 * Math.pow(pattern * (gain * value * tint[channel] + shine), 1 / GAMMA);
          mean += light[channel] / 3;
        }
        for (int channel = 0; channel < 3; channel++) {
          double value = mean + saturation * (light[channel] - mean);
          rgb[at++] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
      }
    }
    return Image.of(picture.width(), picture.height(), rgb);
  }

  /**
   * By red, green, blue. A screen's white is that of daylight or bluer (6500 to 10,000 kelvin) and
   * the camera is balanced for the light of the room; some show up purple.
   */
  private double[] tint(Random random) {
    double[] tint = {1, 1, 1};
    switch (this) {
      case SCREEN -> {
        double much = random.nextDouble();
        tint[0] = 1 - 0.42 * much * between(0.4, 1, random);
        tint[1] = between(0.88, 1, random);
        tint[2] = 1 + 0.55 * much * between(0.4, 1, random);
        if (random.nextInt(10) < 3) {
          tint[0] = between(1, 1.25, random);
          tint[1] = between(0.78, 1, random);
          tint[2] = between(1, 1.3, random);
        }
      }
      case PRINT -> {
        tint[1] = between(0.9, 1, random);
        tint[2] = between(0.75, 1.05, random);
      }
    }
    return tint;
  }

  private Grid grid(Random random) {
    double strength =
        switch (this) {
          case SCREEN -> random.nextDouble() < SCREEN_WITH_GRID ? between(0.005, 0.06, random) : 0;
          case PRINT -> random.nextDouble() < PRINT_WITH_DOTS ? between(0.01, 0.05, random) : 0;
        };
    double period = this == PRINT ? between(2.1, 5, random) : between(2.2, 14, random);
    double angle = between(0, Math.PI, random);
    double frequency = 2 * Math.PI / period;
    return new Grid(
        strength, frequency * Math.cos(angle), frequency * Math.sin(angle), this == PRINT);
  }

  private Glare glare(Image picture, double faceSize, Random random) {
    boolean any = this == SCREEN && random.nextInt(10) < 6;
    return new Glare(
        any ? between(0.02, 0.25, random) : 0,
        random.nextDouble() * picture.width(),
        random.nextDouble() * picture.height(),
        faceSize * between(0.2, 0.8, random));
  }

  private static double between(double low, double high, Random random) {
    return low + (high - low) * random.nextDouble();
  }

  /** Waves one way, or dots. */
  private record Grid(double strength, double across, double down, boolean dots) {
    double at(int x, int y) {
      double wave = Math.cos(x * across + y * down);
      return 1 + strength * (dots ? wave + Math.cos(y * across - x * down) : wave);
    }
  }

  /** A light that is mirrored, round and soft. */
  private record Glare(double strength, double x, double y, double radius) {
    double at(int atX, int atY) {
      return strength
          * Math.exp(-((atX - x) * (atX - x) + (atY - y) * (atY - y)) / (2 * radius * radius));
    }
  }
}
