package dev.mien.gallery;

/**
 * A new text for the description field at a position: the field's name when a group changes, its
 * content when a person does.
 *
 * @param position from 0; one that the group does not have is refused when used
 * @param text the text
 */
public record IndexedText(long position, String text) {}
