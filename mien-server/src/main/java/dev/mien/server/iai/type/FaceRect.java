package dev.mien.server.iai.type;

import dev.mien.vision.geometry.Box;

/**
 * Where a face is, in pixels of the displayed picture. The left and top edges may be negative: a
 * face may lie partly outside.
 */
public record FaceRect(long x, long y, long width, long height) {
  /**
   * The box rounded to whole pixels: edges are rounded, so that neighbouring boxes keep their
   * order.
   */
  public static FaceRect of(Box box) {
    long left = Math.round(box.x());
    long top = Math.round(box.y());
    return new FaceRect(
        left,
        top,
        Math.max(0, Math.round(box.x() + box.width()) - left),
        Math.max(0, Math.round(box.y() + box.height()) - top));
  }
}
