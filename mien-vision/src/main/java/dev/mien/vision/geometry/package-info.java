/** Points, boxes and similarity transforms, in pixels, y down. */
@NullMarked
package dev.mien.vision.geometry;

import org.jspecify.annotations.NullMarked;
