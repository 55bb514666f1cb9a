package dev.mien.vision.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
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
   * @param source its samples may become the picture's own: it must not be used afterwards
   * @param opaque alpha is to be ignored: bitmaps often carry zeros there
   */
  static Image toImage(BufferedImage source, Orientation orientation, boolean opaque) {
    int width = source.getWidth();
    int height = source.getHeight();
    Placement placement = new Placement(target(source, orientation), width, height, orientation);
    if (!(source.getColorModel() instanceof ComponentColorModel)) {
      fromColours(source, opaque, placement);
    } else if (isThreeBytesAPixel(source.getRaster())) {
      fromInterleavedBytes(source.getRaster(), placement);
    } else {
      fromSamples(source, opaque, placement);
    }
    return placement.image();
  }

  /** Where the pixels go: where they are, if only their colours must change places. */
  private static byte[] target(BufferedImage source, Orientation orientation) {
    int bytes = Math.multiplyExact(3, Math.multiplyExact(source.getWidth(), source.getHeight()));
    Raster raster = source.getRaster();
    if (orientation == Orientation.UPRIGHT
        && source.getColorModel() instanceof ComponentColorModel
        && isThreeBytesAPixel(raster)
        && raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && model.getPixelStride() == 3
        && model.getScanlineStride() == 3 * source.getWidth()
        && raster.getDataBuffer() instanceof DataBufferByte data
        && data.getOffset() == 0
        && data.getData().length == bytes) {
      return data.getData();
    }
    return new byte[bytes];
  }

  private static boolean isThreeBytesAPixel(Raster raster) {
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte
        && model.getNumBands() == 3
        && raster.getParent() == null;
  }

  /** The common case, three bytes a pixel, without a call per pixel. */
  private static void fromInterleavedBytes(Raster raster, Placement placement) {
    PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
    DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
    byte[] data = buffer.getData();
    int[] bands = model.getBandOffsets();
    byte[] target = placement.target;
    for (int y = 0; y < model.getHeight(); y++) {
      int from = buffer.getOffset() + y * model.getScanlineStride();
      int to = placement.at(0, y);
      for (int x = 0; x < model.getWidth(); x++) {
        // All are read first: the target may be the same array.
        byte red = data[from + bands[0]];
        byte green = data[from + bands[1]];
        byte blue = data[from + bands[2]];
        target[to] = red;
        target[to + 1] = green;
        target[to + 2] = blue;
        from += model.getPixelStride();
        to += placement.columnStep;
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
  static final class Placement {

    private final byte[] target;
    private final int displayedWidth;
    private final int displayedHeight;
    private final int start;
    private final int columnStep;
    private final int rowStep;

    /**
     * @param target of the displayed pixels, three bytes each; becomes the picture's own
     * @param width of the stored picture
     * @param height of the stored picture
     */
    Placement(byte[] target, int width, int height, Orientation orientation) {
      this.target = target;
      this.displayedWidth = orientation.displayedWidth(width, height);
      this.displayedHeight = orientation.displayedHeight(width, height);
      this.start = 3 * orientation.start(width, height);
      this.columnStep = 3 * orientation.columnStep(width, height);
      this.rowStep = 3 * orientation.rowStep(width, height);
    }

    /** The displayed pixels. */
    byte[] target() {
      return target;
    }

    /** Where the first byte of a stored pixel goes. */
    int at(int x, int y) {
      return start + y * rowStep + x * columnStep;
    }

    /** How far the next pixel of a stored row is from the one before, in bytes. */
    int columnStep() {
      return columnStep;
    }

    /** The picture, when all pixels are placed. */
    Image image() {
      return Image.adopt(displayedWidth, displayedHeight, target);
    }

    void put(int x, int y, int red, int green, int blue, int opacity) {
      int at = at(x, y);
      target[at] = onWhite(red, opacity);
      target[at + 1] = onWhite(green, opacity);
      target[at + 2] = onWhite(blue, opacity);
    }

    private static byte onWhite(int sample, int opacity) {
      return (byte) ((sample * opacity + WHITE * (255 - opacity) + 127) / 255);
    }
  }
}
