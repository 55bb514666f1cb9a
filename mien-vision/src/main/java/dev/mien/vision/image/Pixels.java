package dev.mien.vision.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * From a decoded raster of any layout to displayed 8-bit RGB. Gray and colour samples are taken as
 * they are: the JDK would treat gray as linear light and brighten it, and would convert by embedded
 * profiles.
 */
final class Pixels {

  private static final int WHITE = 255;

  private Pixels() {}

  /**
   * @param opaque alpha is to be ignored: bitmaps often carry zeros there
   */
  static Image toImage(BufferedImage source, Orientation orientation, boolean opaque) {
    int width = source.getWidth();
    int height = source.getHeight();
    byte[] target = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
    Placement placement =
        new Placement(
            target,
            orientation.start(width, height),
            orientation.columnStep(width, height),
            orientation.rowStep(width, height));
    if (!(source.getColorModel() instanceof ComponentColorModel)) {
      fromColours(source, opaque, placement);
    } else if (source.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel model
        && source.getRaster().getDataBuffer() instanceof DataBufferByte data
        && model.getNumBands() == 3
        && source.getRaster().getParent() == null) {
      fromInterleavedBytes(data.getData(), data.getOffset(), model, placement);
    } else {
      fromSamples(source, opaque, placement);
    }
    return Image.adopt(
        orientation.displayedWidth(width, height),
        orientation.displayedHeight(width, height),
        target);
  }

  /**
   * @param rgb three bytes a pixel, as stored; may become the picture's own
   */
  static Image toImage(byte[] rgb, int width, int height, Orientation orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return Image.adopt(width, height, rgb);
    }
    PixelInterleavedSampleModel model =
        new PixelInterleavedSampleModel(
            DataBuffer.TYPE_BYTE, width, height, 3, 3 * width, new int[] {0, 1, 2});
    byte[] target = new byte[rgb.length];
    fromInterleavedBytes(
        rgb,
        0,
        model,
        new Placement(
            target,
            orientation.start(width, height),
            orientation.columnStep(width, height),
            orientation.rowStep(width, height)));
    return Image.adopt(
        orientation.displayedWidth(width, height),
        orientation.displayedHeight(width, height),
        target);
  }

  /** The common case, three bytes a pixel, without a call per pixel. */
  private static void fromInterleavedBytes(
      byte[] data, int offset, PixelInterleavedSampleModel model, Placement placement) {
    int[] bands = model.getBandOffsets();
    byte[] target = placement.target;
    for (int y = 0; y < model.getHeight(); y++) {
      int from = offset + y * model.getScanlineStride();
      int to = 3 * (placement.start + y * placement.rowStep);
      for (int x = 0; x < model.getWidth(); x++) {
        target[to] = data[from + bands[0]];
        target[to + 1] = data[from + bands[1]];
        target[to + 2] = data[from + bands[2]];
        from += model.getPixelStride();
        to += 3 * placement.columnStep;
      }
    }
  }

  /**
   * One band is gray, two are gray and alpha, three colour, four colour and alpha; 1 to 16 bits
   * each.
   */
  private static void fromSamples(BufferedImage source, boolean opaque, Placement placement) {
    Raster raster = source.getRaster();
    ColorModel colours = source.getColorModel();
    int bands = raster.getNumBands();
    if (bands > 4) {
      throw new IllegalArgumentException(bands + " samples a pixel");
    }
    boolean alpha = !opaque && (bands == 2 || bands == 4);
    int greenBand = bands >= 3 ? 1 : 0;
    int blueBand = bands >= 3 ? 2 : 0;
    int[] row = new int[bands * source.getWidth()];
    int[] largest = new int[bands];
    for (int band = 0; band < bands; band++) {
      largest[band] = (1 << colours.getComponentSize(band)) - 1;
    }
    for (int y = 0; y < source.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, source.getWidth(), 1, row);
      for (int i = 0; i < row.length; i++) {
        int most = largest[i % bands];
        row[i] = most == 255 ? row[i] : (row[i] * 255 + most / 2) / most;
      }
      for (int x = 0; x < source.getWidth(); x++) {
        int at = bands * x;
        int opacity = alpha ? row[at + bands - 1] : 255;
        placement.put(x, y, row[at], row[at + greenBand], row[at + blueBand], opacity);
      }
    }
  }

  /** Palettes and packed integers: their colour models are exact tables. */
  private static void fromColours(BufferedImage source, boolean opaque, Placement placement) {
    int[] row = new int[source.getWidth()];
    for (int y = 0; y < source.getHeight(); y++) {
      source.getRGB(0, y, source.getWidth(), 1, row, 0, source.getWidth());
      for (int x = 0; x < row.length; x++) {
        int argb = row[x];
        int opacity = opaque ? 255 : argb >>> 24;
        placement.put(x, y, argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, opacity);
      }
    }
  }

  /** Where the stored pixels go among the displayed ones. */
  private static final class Placement {

    private final byte[] target;
    private final int start;
    private final int columnStep;
    private final int rowStep;

    Placement(byte[] target, int start, int columnStep, int rowStep) {
      this.target = target;
      this.start = start;
      this.columnStep = columnStep;
      this.rowStep = rowStep;
    }

    void put(int x, int y, int red, int green, int blue, int opacity) {
      int at = 3 * (start + y * rowStep + x * columnStep);
      target[at] = onWhite(red, opacity);
      target[at + 1] = onWhite(green, opacity);
      target[at + 2] = onWhite(blue, opacity);
    }

    private static byte onWhite(int sample, int opacity) {
      return (byte) ((sample * opacity + WHITE * (255 - opacity) + 127) / 255);
    }
  }
}
