package dev.mien.vision.image;

import dev.mien.vision.image.ImageException.Problem;
import java.util.Optional;

/** Decodes JPEG, PNG and BMP bytes. Immutable and thread-safe. */
public final class ImageDecoder {

  /**
   * From here on a JPEG is decoded at half the size first. Finding its faces, and recognising those
   * of some 300 pixels and more, needs no more than that.
   */
  private static final long LARGE_PIXELS = 4_000_000;

  private static final int HALF = 2;

  private final ImageLimits limits;

  public ImageDecoder(ImageLimits limits) {
    this.limits = limits;
  }

  /**
   * The picture as displayed: EXIF orientation applied, alpha composited on white. Its header is
   * checked against the limits before memory for its pixels is taken.
   *
   * @param bytes never to be written to afterwards: a large photo may be decoded again, in full
   * @throws ImageException when the bytes are no whole picture within the limits
   */
  public Image decode(byte[] bytes) throws ImageException {
    if (bytes.length == 0) {
      throw new ImageException(Problem.EMPTY, "no bytes");
    }
    ImageFormat format = ImageFormat.sniff(bytes);
    if (format == null) {
      throw new ImageException(
          Problem.NOT_AN_IMAGE, "the bytes begin like no known picture format");
    }
    ImageHeader header =
        switch (format) {
          case JPEG -> JpegHeader.read(bytes);
          case PNG -> PngHeader.read(bytes);
          case BMP -> BmpHeader.read(bytes);
          case GIF, WEBP, TIFF, HEIF, ICO, JPEG_2000, JPEG_XL, PSD ->
              throw new ImageException(Problem.FORMAT_NOT_SUPPORTED, format + " is not accepted");
        };
    check(header, format == ImageFormat.JPEG ? limits.jpegMaxSide() : limits.otherMaxSide());
    Optional<Image> fast =
        format == ImageFormat.JPEG
            ? TurboJpeg.instance().flatMap(turbo -> decode(turbo, bytes, header))
            : Optional.empty();
    return fast.isPresent()
        ? fast.get()
        : PixelReader.read(bytes, format, header, limits.maxDecodeTime());
  }

  private static Optional<Image> decode(TurboJpeg turbo, byte[] bytes, ImageHeader header) {
    if (header.width() * header.height() < LARGE_PIXELS) {
      return turbo.decode(bytes, header, 1);
    }
    int width = (int) header.width();
    int height = (int) header.height();
    return turbo
        .decode(bytes, header, HALF)
        .map(
            half ->
                Image.deferred(
                    header.orientation().displayedWidth(width, height),
                    header.orientation().displayedHeight(width, height),
                    half,
                    () -> full(turbo, bytes, header)));
  }

  private static byte[] full(TurboJpeg turbo, byte[] bytes, ImageHeader header) {
    return turbo
        .decode(bytes, header, 1)
        .orElseThrow(() -> new IllegalStateException("decoded at half the size, but not in full"))
        .pixels();
  }

  private void check(ImageHeader header, int maxSide) throws ImageException {
    String size = header.width() + " x " + header.height() + " pixels";
    if (header.longSide() > maxSide) {
      throw new ImageException(
          Problem.RESOLUTION_TOO_HIGH, size + ", the longest side may have " + maxSide);
    }
    if (header.shortSide() < limits.minSide()) {
      throw new ImageException(
          Problem.RESOLUTION_TOO_LOW, size + ", the shortest side must have " + limits.minSide());
    }
    if (header.scans() > limits.maxScans()) {
      throw new ImageException(
          Problem.TOO_SLOW,
          header.scans() + " scans, at most " + limits.maxScans() + " are decoded");
    }
  }
}
