package dev.mien.vision.image;

import dev.mien.vision.image.ImageException.Problem;
import java.nio.ByteBuffer;

/**
 * Walks the chunks of a PNG (W3C Portable Network Graphics, third edition) for its size and
 * orientation.
 */
final class PngHeader {

  private static final int SIGNATURE_BYTES = 8;
  private static final int IHDR = 0x49484452;
  private static final int EXIF = 0x65584966;

  /** Length, type and checksum around a chunk's data. */
  private static final int CHUNK_FRAME_BYTES = 12;

  private PngHeader() {}

  static ImageHeader read(byte[] bytes) throws ImageException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < SIGNATURE_BYTES + CHUNK_FRAME_BYTES + 8
        || buffer.getInt(SIGNATURE_BYTES + 4) != IHDR) {
      throw new ImageException(
          Problem.DECODE_FAILED, "the PNG does not begin with its header chunk");
    }
    long width = Integer.toUnsignedLong(buffer.getInt(16));
    long height = Integer.toUnsignedLong(buffer.getInt(20));
    if (width == 0 || height == 0) {
      throw new ImageException(Problem.DECODE_FAILED, "the PNG holds no picture");
    }
    return new ImageHeader(width, height, orientation(bytes, buffer), 1, false);
  }

  private static Orientation orientation(byte[] bytes, ByteBuffer buffer) {
    long position = SIGNATURE_BYTES;
    while (position + CHUNK_FRAME_BYTES <= buffer.capacity()) {
      long length = Integer.toUnsignedLong(buffer.getInt((int) position));
      if (position + CHUNK_FRAME_BYTES + length > buffer.capacity()) {
        break;
      }
      if (buffer.getInt((int) position + 4) == EXIF) {
        return Orientation.ofExif(bytes, (int) position + 8, (int) length);
      }
      position += CHUNK_FRAME_BYTES + length;
    }
    return Orientation.UPRIGHT;
  }
}
