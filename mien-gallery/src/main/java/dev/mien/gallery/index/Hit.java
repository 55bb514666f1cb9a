package dev.mien.gallery.index;

/**
 * A row that a search has found.
 *
 * @param key the key that the row was added under
 * @param owner the owner that the row was added for
 * @param ordinal the row's number, good until the row is removed
 * @param similarity inner product with the probe, summed up in doubles
 */
public record Hit(long key, int owner, int ordinal, double similarity) {}
