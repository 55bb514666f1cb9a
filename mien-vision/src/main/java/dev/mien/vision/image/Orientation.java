package dev.mien.vision.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.util.Arrays;

/**
 * The eight ways in which a stored picture is turned for display, in the order of EXIF's tag 0x0112
 * (1 to 8).
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  TURNED_180(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  TURNED_90(true, true, false),
  TRANSVERSED(true, true, true),
  TURNED_270(true, false, true);

  private final boolean swapsSides;
  private final boolean fromRight;
  private final boolean fromBottom;

  /**
   * @param swapsSides stored rows become displayed columns
   * @param fromRight displayed columns are filled from the right
   * @param fromBottom displayed rows are filled from the bottom
   */
  Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
    this.swapsSides = swapsSides;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** What the TIFF structure of an EXIF block says; upright when it says nothing usable. */
  static Orientation ofExif(byte[] bytes, int offset, int length) {
    byte[] tiff = Arrays.copyOfRange(bytes, offset, offset + length);
    Metadata metadata = new Metadata();
    new ExifReader().extract(new ByteArrayReader(tiff), metadata);
    ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    if (directory == null) {
      return UPRIGHT;
    }
    Integer tag = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return tag == null || tag < 1 || tag > values().length ? UPRIGHT : values()[tag - 1];
  }

  int displayedWidth(int storedWidth, int storedHeight) {
    return swapsSides ? storedHeight : storedWidth;
  }

  int displayedHeight(int storedWidth, int storedHeight) {
    return swapsSides ? storedWidth : storedHeight;
  }

  /** The index among the displayed pixels of the stored pixel (0, 0). */
  int start(int storedWidth, int storedHeight) {
    int width = displayedWidth(storedWidth, storedHeight);
    int height = displayedHeight(storedWidth, storedHeight);
    return (fromBottom ? (height - 1) * width : 0) + (fromRight ? width - 1 : 0);
  }

  /** How far the displayed index moves for one step to the right in the stored picture. */
  int columnStep(int storedWidth, int storedHeight) {
    return swapsSides ? verticalStep(storedWidth, storedHeight) : horizontalStep();
  }

  /** How far the displayed index moves for one step down in the stored picture. */
  int rowStep(int storedWidth, int storedHeight) {
    return swapsSides ? horizontalStep() : verticalStep(storedWidth, storedHeight);
  }

  private int horizontalStep() {
    return fromRight ? -1 : 1;
  }

  private int verticalStep(int storedWidth, int storedHeight) {
    int width = displayedWidth(storedWidth, storedHeight);
    return fromBottom ? -width : width;
  }
}
