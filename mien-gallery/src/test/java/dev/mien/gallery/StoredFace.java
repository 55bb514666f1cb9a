package dev.mien.gallery;

/**
 * A face as the search index needs it.
 *
 * @param id names it
 * @param template what it looks like to the person's model version
 * @param quality what it counts among the person's faces
 */
public record StoredFace(FaceId id, Template template, Quality quality) {}
