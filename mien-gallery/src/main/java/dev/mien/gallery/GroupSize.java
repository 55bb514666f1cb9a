package dev.mien.gallery;

/**
 * How large a group is.
 *
 * @param persons persons in it
 * @param faces faces of all of them
 */
public record GroupSize(long persons, long faces) {}
