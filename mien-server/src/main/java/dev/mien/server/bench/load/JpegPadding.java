package dev.mien.server.bench.load;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Makes JPEG files larger than their pictures need: by comments (COM segments, ITU-T T.81 annex B),
 * which decoders skip. So a body may be as large as the server accepts, and its picture is that of
 * a small one.
 */
final class JpegPadding {
  private static final int MARKER = 0xff;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int COMMENT = 0xfe;
  private static final int MARKER_BYTES = 2;

  /** With its marker; a length counts itself, but not the marker. */
  private static final int SEGMENT_BYTES_MIN = 4;

  private static final int SEGMENT_BYTES_MAX = MARKER_BYTES + 0xffff;

  private JpegPadding() {}

  /** Whether a file begins as a JPEG does. */
  static boolean isJpeg(byte[] file) {
    return file.length > 6
        && (file[0] & 0xff) == MARKER
        && (file[1] & 0xff) == START_OF_IMAGE
        && (file[2] & 0xff) == MARKER;
  }

  /**
   * A JPEG of exactly so many bytes with the same picture; the file itself if it is as large
   * already, or too few bytes smaller for a comment.
   */
  static byte[] padded(byte[] jpeg, int bytes) {
    if (!isJpeg(jpeg)) {
      throw new IllegalArgumentException("not a JPEG");
    }
    // Behind the first segment, which tells which kind of JPEG it is.
    int first = 2 * MARKER_BYTES + ((jpeg[4] & 0xff) << 8 | (jpeg[5] & 0xff));
    ByteArrayOutputStream padded = new ByteArrayOutputStream(Math.max(bytes, jpeg.length));
    padded.write(jpeg, 0, first);
    for (int left = bytes - jpeg.length; left >= SEGMENT_BYTES_MIN; ) {
      int segment = Math.min(left, SEGMENT_BYTES_MAX);
      if (left > segment && left - segment < SEGMENT_BYTES_MIN) {
        segment -= SEGMENT_BYTES_MIN; // else the rest would be too small
      }
      writeComment(padded, segment);
      left -= segment;
    }
    padded.write(jpeg, first, jpeg.length - first);
    return padded.toByteArray();
  }

  private static void writeComment(ByteArrayOutputStream out, int bytes) {
    int length = bytes - MARKER_BYTES;
    byte[] text = new byte[length - MARKER_BYTES];
    Arrays.fill(text, (byte) ' ');
    out.write(MARKER);
    out.write(COMMENT);
    out.write(length >> 8);
    out.write(length);
    out.writeBytes(text);
  }
}
