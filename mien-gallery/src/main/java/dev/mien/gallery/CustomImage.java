package dev.mien.gallery;

/**
 * A picture of a custom person.
 *
 * @param id names it; begins with {@link #PREFIX}
 * @param media what the picture is kept under, outside of the gallery
 * @param faceId the person's face that was made of it
 */
public record CustomImage(String id, String media, FaceId faceId) {
  /** What ids of pictures begin with. */
  public static final String PREFIX = "image-";
}
