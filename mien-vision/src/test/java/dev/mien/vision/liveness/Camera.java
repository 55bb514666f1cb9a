package dev.mien.vision.liveness;

import dev.mien.vision.damage.Degradations;
import dev.mien.vision.image.Image;
import java.util.Random;

/**
 * A camera drawn by lot: optics, balance of white, a mosaic of colour filters with noise, tone,
 * sharpening, JPEG. Whatever is in front of it, live or shown, is photographed alike, so that
 * nothing can be told by the camera. One in three is a poor one in a dark room: gain that brings
 * noise, light astray in the lens, a balance that is far off, faint colours.
 */
final class Camera {

  private static final double GAMMA = 2.2;
  private static final double POOR = 1 / 3.0;

  private final double[] balance;
  private final double exposure;
  private final double veil;
  private final double blur;
  private final double readNoise;
  private final double shotNoise;
  private final double contrast;
  private final double saturation;
  private final double smoothing;
  private final double sharpening;
  private final double quality;
  private final Random random;

  private Camera(Random random) {
    this.random = random;
    boolean poor = random.nextDouble() < POOR;
    double warm = poor ? between(-0.22, 0.3) : between(-0.13, 0.13);
    balance = new double[] {Math.exp(warm), between(0.96, 1.04), Math.exp(-warm)};
    exposure = Math.exp(poor ? between(-1.1, 0.2) : between(-0.45, 0.35));
    veil = poor ? between(0, 0.04) : between(0, 0.008);
    blur = poor ? between(0.4, 1.5) : between(0.3, 1.1);
    readNoise = poor ? between(0.004, 0.02) : between(0.001, 0.006);
    shotNoise = poor ? between(0.01, 0.04) : between(0.002, 0.015);
    contrast = between(0, 0.5);
    saturation = poor ? between(0.5, 1.1) : between(0.85, 1.25);
    smoothing = poor ? between(0.3, 1.3) : between(0, 0.9);
    sharpening = between(0, 1);
    quality = poor ? between(0.45, 0.92) : between(0.6, 0.96);
  }

  static Camera any(Random random) {
    return new Camera(random);
  }

  /**
   * The picture of what is before the camera.
   *
   * @param reduction of both sides, at least 1: the sensor has more pixels than the picture
   */
  Image photograph(Light light, double reduction) {
    for (int channel = 0; channel < 3; channel++) {
      float[] values = light.channels()[channel];
      float gain = (float) (exposure * balance[channel]);
      for (int i = 0; i < values.length; i++) {
        values[i] = gain * (values[i] + (float) veil);
      }
    }
    Light developed = developed(mosaic(light.blurred(blur)), light.width(), light.height());
    Light smooth = developed.blurred(smoothing);
    Image picture = sharpened(smooth, smooth.blurred(1.3));
    return Degradations.compressed(Degradations.shrunk(picture, reduction), quality);
  }

  /** One channel a pixel, with noise. */
  private float[] mosaic(Light light) {
    float[] raw = new float[light.width() * light.height()];
    for (int y = 0; y < light.height(); y++) {
      for (int x = 0; x < light.width(); x++) {
        int at = y * light.width() + x;
        double value = light.channels()[filter(x, y)][at];
        double variance = readNoise * readNoise + shotNoise * shotNoise * value;
        raw[at] = (float) Math.clamp(value + random.nextGaussian() * Math.sqrt(variance), 0, 1);
      }
    }
    return raw;
  }

  /** Bayer's: red and green in even rows, green and blue in odd ones. */
  private static int filter(int x, int y) {
    return (x & 1) + (y & 1);
  }

  /** The missing channels by means of neighbours; then tone and saturation; 0..255. */
  private Light developed(float[] raw, int width, int height) {
    float[][] channels = new float[3][raw.length];
    float[] sum = new float[3];
    float[] weight = new float[3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < 3; channel++) {
          sum[channel] = 0;
          weight[channel] = 0;
        }
        for (int down = Math.max(0, y - 1); down <= Math.min(height - 1, y + 1); down++) {
          for (int across = Math.max(0, x - 1); across <= Math.min(width - 1, x + 1); across++) {
            int near = (across == x ? 2 : 1) * (down == y ? 2 : 1);
            int channel = filter(across, down);
            sum[channel] += near * raw[down * width + across];
            weight[channel] += near;
          }
        }
        tone(sum, weight, channels, y * width + x);
      }
    }
    return new Light(width, height, channels);
  }

  private void tone(float[] sum, float[] weight, float[][] channels, int at) {
    double mean = 0;
    double[] values = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      double value = Tone.encoded(sum[channel] / weight[channel]);
      values[channel] = (1 - contrast) * value + contrast * value * value * (3 - 2 * value);
      mean += values[channel] / 3;
    }
    for (int channel = 0; channel < 3; channel++) {
      channels[channel][at] = (float) (255 * (mean + saturation * (values[channel] - mean)));
    }
  }

  private Image sharpened(Light picture, Light blurred) {
    byte[] rgb = new byte[3 * picture.width() * picture.height()];
    for (int i = 0; i < rgb.length; i++) {
      float value = picture.channels()[i % 3][i / 3];
      double sharp = value + sharpening * (value - blurred.channels()[i % 3][i / 3]);
      rgb[i] = (byte) Math.clamp(Math.round(sharp), 0, 255);
    }
    return Image.of(picture.width(), picture.height(), rgb);
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** The samples of pictures as light, and back. */
  static final class Tone {

    private static final int STEPS = 4095;
    private static final float[] LINEAR = new float[256];
    private static final float[] ENCODED = new float[STEPS + 1];

    static {
      for (int i = 0; i < LINEAR.length; i++) {
        LINEAR[i] = (float) Math.pow(i / 255.0, GAMMA);
      }
      for (int i = 0; i < ENCODED.length; i++) {
        ENCODED[i] = (float) Math.pow((double) i / STEPS, 1 / GAMMA);
      }
    }

    private Tone() {}

    static float linear(int sample) {
      return LINEAR[sample];
    }

    static float encoded(float light) {
      return ENCODED[Math.clamp(Math.round(light * STEPS), 0, STEPS)];
    }
  }
}
