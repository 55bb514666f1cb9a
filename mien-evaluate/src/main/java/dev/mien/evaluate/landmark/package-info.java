/** How far off are the points of a face? */
@NullMarked
package dev.mien.evaluate.landmark;

import org.jspecify.annotations.NullMarked;
