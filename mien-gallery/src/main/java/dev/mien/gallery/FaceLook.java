package dev.mien.gallery;

import java.util.Optional;

/**
 * What a face looked like in the picture it was added with, which nobody keeps. Lengths are pixels
 * of that picture, angles whole degrees.
 *
 * @param x left edge of the face's box; may be negative
 * @param y upper edge of the box; may be negative
 * @param width of the box
 * @param height of the box
 * @param pitch positive when the head is raised
 * @param yaw positive when the nose points to the right of the picture
 * @param roll positive when the head is turned clockwise as seen in the picture
 * @param traits absent if the server could not tell them
 */
public record FaceLook(
    int x, int y, int width, int height, int pitch, int yaw, int roll, Optional<Traits> traits) {

  /**
   * What the person looks like.
   *
   * @param gender 0 (female) to 100 (male)
   * @param age in years, 0 to 100
   * @param smile 0 (none) to 100 (laughing)
   * @param glasses whether it wears any
   */
  public record Traits(int gender, int age, int smile, boolean glasses) {}
}
