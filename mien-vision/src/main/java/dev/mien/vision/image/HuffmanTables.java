package dev.mien.vision.image;

/**
 * Which Huffman tables the segments of a JPEG have defined so far (ITU-T T.81, B.2.4.2), and
 * whether the scans use no others: newer decoders put standard tables in the place of missing ones,
 * older ones refuse the file. Not thread-safe.
 */
final class HuffmanTables {

  /** Code lengths that a definition counts the codes of. */
  private static final int LENGTHS = 16;

  /** The class, DC or AC, in the higher half of a byte, the number in the lower. */
  private static final int AC = 0x10;

  private final boolean[] defined = new boolean[2 * AC];
  private boolean complete = true;

  /**
   * Takes a DHT segment.
   *
   * @param length of the segment at {@code offset}, which lies within the bytes
   */
  void define(byte[] bytes, int offset, int length) {
    int at = offset;
    while (at + 1 + LENGTHS <= offset + length) {
      int table = bytes[at++] & 0xff;
      if (table < defined.length) {
        defined[table] = true;
      }
      int codes = 0;
      for (int i = 0; i < LENGTHS; i++) {
        codes += bytes[at++] & 0xff;
      }
      at += codes;
    }
  }

  /**
   * Takes the header of a scan: a count of components, two bytes for each, the second with the
   * numbers of its tables, then three bytes, the first of which is 0 where the scan has DC.
   *
   * @param progressive whether a scan has either DC or AC; otherwise it has both
   */
  void use(byte[] bytes, int offset, int length, boolean progressive) {
    int components = length == 0 ? 0 : bytes[offset] & 0xff;
    if (length < 1 + 2 * components + 3) {
      complete = false;
      return;
    }
    boolean first = bytes[offset + 1 + 2 * components] == 0;
    for (int i = 0; i < components; i++) {
      int tables = bytes[offset + 2 + 2 * i] & 0xff;
      complete &= (progressive && !first) || defined[tables >> 4];
      complete &= (progressive && first) || defined[AC | (tables & 0x0f)];
    }
  }

  /** Whether all tables were defined before they were used. */
  boolean areComplete() {
    return complete;
  }
}
