package dev.mien.vision.image;

/**
 * A colour in CIE L*a*b* (1976) under D65.
 *
 * @param lightness L*, 0..100
 * @param redness a*, from green to red
 * @param yellowness b*, from blue to yellow
 */
public record Lab(double lightness, double redness, double yellowness) {

  /** The white of sRGB in CIE XYZ (IEC 61966-2-1). */
  private static final double WHITE_X = 0.95047;

  private static final double WHITE_Z = 1.08883;

  /** From sRGB, 0..255 each. */
  public static Lab of(double[] rgb) {
    double red = linear(rgb[0] / 255);
    double green = linear(rgb[1] / 255);
    double blue = linear(rgb[2] / 255);
    double x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
    double y = curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    double z = curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double curve(double value) {
    return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
  }
}
