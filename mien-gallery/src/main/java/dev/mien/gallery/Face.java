package dev.mien.gallery;

import java.time.Instant;

/**
 * A face as a store keeps it.
 *
 * @param id names it
 * @param template what it looks like
 * @param createdAt to the millisecond
 */
public record Face(FaceId id, Template template, Instant createdAt) {}
