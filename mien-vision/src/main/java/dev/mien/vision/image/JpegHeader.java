package dev.mien.vision.image;

import dev.mien.vision.image.ImageException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks the segments of a JPEG (ITU-T T.81 annex B) from SOI to EOI without decoding anything. A
 * file without EOI is truncated: decoders in use would fill the rest with gray and only warn.
 */
final class JpegHeader {

  /** SOF2: the last frame of the lossy kinds with Huffman codes; the others are rare. */
  private static final int PROGRESSIVE = 0xc2;

  private static final int HUFFMAN_TABLES = 0xc4;
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP14 = 0xee;
  private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final HuffmanTables tables = new HuffmanTables();
  private int position = 2;
  private long width;
  private long height;
  private int scans;
  private boolean commonFrame;
  private boolean progressive;
  private boolean jfifOrExif;
  private boolean adobe;
  private Orientation orientation = Orientation.UPRIGHT;

  private JpegHeader(byte[] bytes) {
    this.bytes = bytes;
  }

  static ImageHeader read(byte[] bytes) throws ImageException {
    return new JpegHeader(bytes).walk();
  }

  private ImageHeader walk() throws ImageException {
    while (true) {
      int marker = nextMarker();
      if (marker == END_OF_IMAGE) {
        break;
      }
      if (isStandalone(marker)) {
        continue;
      }
      int length = unsignedShort(position);
      if (length < 2 || position + length > bytes.length) {
        throw truncated();
      }
      readSegment(marker, position + 2, length - 2);
      position += length;
      if (marker == START_OF_SCAN) {
        scans++;
        skipEntropyCodedData();
      }
    }
    if (scans == 0 || width == 0 || height == 0) {
      throw new ImageException(Problem.DECODE_FAILED, "the JPEG holds no picture");
    }
    boolean common = commonFrame && tables.areComplete() && jfifOrExif && !adobe;
    return new ImageHeader(width, height, orientation, scans, common);
  }

  /**
   * Moves behind the next marker and returns its code; bytes between segments are skipped as
   * decoders do.
   */
  private int nextMarker() throws ImageException {
    while (position + 1 < bytes.length) {
      int code = bytes[position + 1] & 0xff;
      if ((bytes[position] & 0xff) == 0xff && code != 0 && code != 0xff) {
        position += 2;
        return code;
      }
      position++;
    }
    throw truncated();
  }

  private void readSegment(int marker, int offset, int length) throws ImageException {
    if (isFrameHeader(marker) && width == 0) {
      if (length < 6) {
        throw truncated();
      }
      height = unsignedShort(offset + 1);
      width = unsignedShort(offset + 3);
      progressive = marker == PROGRESSIVE;
      commonFrame = marker <= PROGRESSIVE && hasCommonComponents(offset, length);
    } else if (marker == HUFFMAN_TABLES) {
      tables.define(bytes, offset, length);
    } else if (marker == START_OF_SCAN) {
      tables.use(bytes, offset, length, progressive);
    } else if (marker == APP14) {
      adobe = true;
    } else if (marker == APP0 && begins(offset, length, JFIF)) {
      jfifOrExif = true;
    } else if (marker == APP1 && begins(offset, length, EXIF)) {
      jfifOrExif = true;
      orientation = Orientation.ofExif(bytes, offset + EXIF.length, length - EXIF.length);
    }
  }

  private boolean begins(int offset, int length, byte[] name) {
    return length > name.length
        && Arrays.equals(bytes, offset, offset + name.length, name, 0, name.length);
  }

  /**
   * Samples of 8 bits of one component, or of those that JFIF numbers 1 (Y), 2 (Cb) and 3 (Cr);
   * three bytes tell of each.
   */
  private boolean hasCommonComponents(int offset, int length) {
    int count = bytes[offset + 5];
    return bytes[offset] == Byte.SIZE
        && (count == 1
            || (count == 3
                && length >= 15
                && bytes[offset + 6] == 1
                && bytes[offset + 9] == 2
                && bytes[offset + 12] == 3));
  }

  /** Stops before the first marker that is neither a stuffed zero nor a restart. */
  private void skipEntropyCodedData() throws ImageException {
    while (position + 1 < bytes.length) {
      if ((bytes[position] & 0xff) == 0xff) {
        int code = bytes[position + 1] & 0xff;
        if (code != 0 && code != 0xff && !isStandalone(code)) {
          return;
        }
      }
      position++;
    }
    throw truncated();
  }

  /** Restart markers, SOI and TEM carry no length. */
  private static boolean isStandalone(int marker) {
    return (marker >= 0xd0 && marker <= 0xd8) || marker == 0x01;
  }

  /** SOF0 to SOF15 without DHT (c4), JPG (c8) and DAC (cc), which share their range. */
  private static boolean isFrameHeader(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private int unsignedShort(int at) throws ImageException {
    if (at + 2 > bytes.length) {
      throw truncated();
    }
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private static ImageException truncated() {
    return new ImageException(Problem.DECODE_FAILED, "the JPEG is truncated");
  }
}
