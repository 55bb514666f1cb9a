package dev.mien.vision.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures to bytes. */
public final class ImageEncoder {

  /** Usual for photographs: no visible loss at a tenth of the size. */
  private static final float JPEG_QUALITY = 0.9f;

  private ImageEncoder() {}

  /** A baseline JPEG without metadata. */
  public static byte[] jpeg(Image image) {
    return jpeg(image, JPEG_QUALITY);
  }

  /**
   * A baseline JPEG without metadata.
   *
   * @param quality 0..1
   */
  public static byte[] jpeg(Image image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(stream);
        writer.write(null, new IIOImage(buffered(image), null, null), settings);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    } finally {
      writer.dispose();
    }
  }

  /** A PNG of a drawing. */
  public static byte[] png(BufferedImage drawing) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(drawing, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /** The picture as Java2D takes it, for drawing on. */
  public static BufferedImage buffered(Image image) {
    BufferedImage copy =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        copy.setRGB(x, y, image.rgb(x, y));
      }
    }
    return copy;
  }
}
