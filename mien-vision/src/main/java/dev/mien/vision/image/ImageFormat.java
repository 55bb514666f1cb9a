package dev.mien.vision.image;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Picture formats by their first bytes. */
enum ImageFormat {
  JPEG(true),
  PNG(true),
  BMP(true),
  GIF(false),
  WEBP(false),
  TIFF(false),
  HEIF(false),
  ICO(false),
  JPEG_2000(false),
  JPEG_XL(false),
  PSD(false);

  private final boolean accepted;

  ImageFormat(boolean accepted) {
    this.accepted = accepted;
  }

  boolean accepted() {
    return accepted;
  }

  /** The format the bytes begin like, or null when they begin like none of these. */
  static @Nullable ImageFormat sniff(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 32), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (head.startsWith("BM")) {
      return BMP;
    }
    if (head.startsWith("GIF8")) {
      return GIF;
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return TIFF;
    }
    // AVIF and HEIC are boxes of the ISO base media format.
    if (head.startsWith("ftyp", 4)) {
      return HEIF;
    }
    if (head.startsWith("\0\0\1\0")) {
      return ICO;
    }
    if (head.startsWith("\0\0\0\fjP  ")) {
      return JPEG_2000;
    }
    if (head.startsWith("\u00ff\n") || head.startsWith("\0\0\0\fJXL ")) {
      return JPEG_XL;
    }
    return head.startsWith("8BPS") ? PSD : null;
  }
}
