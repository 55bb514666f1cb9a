package dev.mien.server.iai.type;

import dev.mien.vision.geometry.Box;

/** One detected face. */
public record FaceInfo(
    long x,
    long y,
    long width,
    long height,
    FaceAttributesInfo faceAttributesInfo,
    FaceQualityInfo faceQualityInfo) {
  /** A face at a box. */
  public static FaceInfo of(Box box, FaceAttributesInfo attributes, FaceQualityInfo quality) {
    FaceRect rect = FaceRect.of(box);
    return new FaceInfo(rect.x(), rect.y(), rect.width(), rect.height(), attributes, quality);
  }
}
