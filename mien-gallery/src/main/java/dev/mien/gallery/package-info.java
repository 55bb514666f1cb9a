/**
 * Accounts' groups, persons and faces: the rules they obey, where they are kept, and how they are
 * searched.
 *
 * <p>{@link dev.mien.gallery.Gallery} is the entry point. It stands on a {@link
 * dev.mien.gallery.GalleryStore}, the only truth, and keeps an exact search index over it in
 * memory. The package knows nothing of HTTP, JSON or images: a face arrives as a {@link
 * dev.mien.gallery.Template}.
 */
@NullMarked
package dev.mien.gallery;

import org.jspecify.annotations.NullMarked;
