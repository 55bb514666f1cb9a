package dev.mien.gallery;

import java.time.Instant;
import java.util.List;

/**
 * A person of the account's library of custom persons: the gallery's person of the same id, with
 * what else is known of it.
 *
 * @param id names the person; begins with {@link #PREFIX}
 * @param name also its name in the gallery
 * @param basicInfo a remark; may be empty
 * @param category its category
 * @param images its pictures, oldest first; without any, it is no person of the gallery
 * @param createdAt to the millisecond
 */
public record CustomPerson(
    PersonId id,
    String name,
    String basicInfo,
    CustomCategory category,
    List<CustomImage> images,
    Instant createdAt) {
  /** What ids of custom persons begin with. */
  public static final String PREFIX = "person-";

  /** Copies the list. */
  public CustomPerson {
    images = List.copyOf(images);
  }
}
