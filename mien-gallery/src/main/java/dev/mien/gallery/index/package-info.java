/** Exact nearest-neighbour search over unit vectors in off-heap memory. */
@NullMarked
package dev.mien.gallery.index;

import org.jspecify.annotations.NullMarked;
