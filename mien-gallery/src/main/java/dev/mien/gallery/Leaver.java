package dev.mien.gallery;

/**
 * A person of a group that is to go.
 *
 * @param id the person
 * @param isElsewhere whether the person is in another group too, and so stays
 */
public record Leaver(PersonId id, boolean isElsewhere) {}
