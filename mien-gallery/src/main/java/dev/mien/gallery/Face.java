package dev.mien.gallery;

import java.time.Instant;

/**
 * A face as a store keeps it.
 *
 * @param id names it
 * @param template what it looks like
 * @param quality how fit it was for recognition in the picture it was added with
 * @param createdAt to the millisecond
 */
public record Face(FaceId id, Template template, Quality quality, Instant createdAt) {
  /** What it counts among the person's faces. */
  RatedTemplate rated() {
    return new RatedTemplate(template, quality);
  }

  /** The same face as another embedder saw it. */
  public Face seenAs(Template other) {
    return new Face(id, other, quality, createdAt);
  }
}
