package dev.mien.server.bench.load;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A picture to send, ready to be sent many times. Thread-safe. */
final class Picture {
  private final byte[] file;
  private final ByteBuffer base64;

  /** How far the hash of a body is that begins with this picture and perhaps another. */
  private final Map<List<Content.Named>, MessageDigest> begun = new ConcurrentHashMap<>();

  private Picture(byte[] file, ByteBuffer base64) {
    this.file = file;
    this.base64 = base64;
  }

  static Picture of(byte[] file) {
    return new Picture(file, Content.outsideOfTheHeap(Base64.getEncoder().encode(file)));
  }

  /** As it lies on a disk. */
  byte[] file() {
    return file;
  }

  /** The same as text; its position is the caller's own. */
  ByteBuffer base64() {
    return base64.duplicate();
  }

  /**
   * The hash of the beginning of a JSON object that has these pictures as its first fields, of
   * which this is the first. Made once; the caller may go on with it.
   */
  MessageDigest begin(List<Content.Named> pictures) {
    return Content.copy(begun.computeIfAbsent(pictures, Content::digest));
  }
}
