package dev.mien.server.iai.type;

/** Hair: length 0 bald to 4 tied, bang 0 yes or 1 no, colour 0 black, 1 gold, 2 brown, 3 grey. */
public record FaceHairAttributesInfo(long length, long bang, long color) {
  /** Stands where hair was not analysed. */
  public static final FaceHairAttributesInfo NONE = new FaceHairAttributesInfo(0, 0, 0);
}
