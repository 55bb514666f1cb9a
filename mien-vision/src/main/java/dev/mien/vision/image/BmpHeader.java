package dev.mien.vision.image;

import dev.mien.vision.image.ImageException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the header of a Windows bitmap: its size, and whether all its pixels are there. */
final class BmpHeader {

  private static final int FILE_HEADER_BYTES = 14;
  private static final int CORE_HEADER_BYTES = 12;
  private static final int INFO_HEADER_BYTES = 40;

  /**
   * BI_RGB and BI_BITFIELDS store plain rows; BI_RLE8 and BI_RLE4 run lengths; the rest a JPEG or
   * PNG, or CMYK.
   */
  private static final int UNCOMPRESSED = 0;

  private static final int RUN_LENGTH_8 = 1;
  private static final int RUN_LENGTH_4 = 2;
  private static final int BIT_FIELDS = 3;

  private BmpHeader() {}

  static ImageHeader read(byte[] bytes) throws ImageException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < FILE_HEADER_BYTES + CORE_HEADER_BYTES) {
      throw truncated();
    }
    int headerBytes = buffer.getInt(FILE_HEADER_BYTES);
    if (headerBytes == CORE_HEADER_BYTES) {
      return header(
          buffer,
          Short.toUnsignedLong(buffer.getShort(18)),
          Short.toUnsignedLong(buffer.getShort(20)),
          buffer.getShort(24),
          UNCOMPRESSED);
    }
    if (headerBytes < INFO_HEADER_BYTES || bytes.length < FILE_HEADER_BYTES + INFO_HEADER_BYTES) {
      throw new ImageException(
          Problem.DECODE_FAILED, "a bitmap header of " + headerBytes + " bytes");
    }
    // A negative height means that the rows are stored from the top.
    return header(
        buffer,
        buffer.getInt(18),
        Math.abs((long) buffer.getInt(22)),
        buffer.getShort(28),
        buffer.getInt(30));
  }

  private static ImageHeader header(
      ByteBuffer buffer, long width, long height, int bitsPerPixel, int compression)
      throws ImageException {
    if (width <= 0 || height <= 0 || bitsPerPixel <= 0 || bitsPerPixel > 32) {
      throw new ImageException(Problem.DECODE_FAILED, "the bitmap's header is corrupt");
    }
    if (compression < UNCOMPRESSED || compression > BIT_FIELDS) {
      throw new ImageException(
          Problem.FORMAT_NOT_SUPPORTED, "a bitmap with compression " + compression);
    }
    boolean runLengths = compression == RUN_LENGTH_8 || compression == RUN_LENGTH_4;
    long rowBytes = (width * bitsPerPixel + 31) / 32 * 4;
    long offset = Integer.toUnsignedLong(buffer.getInt(10));
    if (offset >= buffer.capacity()
        || (!runLengths && offset + (height - 1) * rowBytes > buffer.capacity())) {
      throw truncated();
    }
    return new ImageHeader(width, height, Orientation.UPRIGHT, 1, false);
  }

  private static ImageException truncated() {
    return new ImageException(Problem.DECODE_FAILED, "the bitmap is truncated");
  }
}
