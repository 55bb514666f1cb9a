package dev.mien.gallery;

/**
 * An account's library of custom persons, of which it has one at most.
 *
 * @param bucket where the account would have copies of the pictures; kept as it was given
 */
public record CustomGroup(String bucket) {}
