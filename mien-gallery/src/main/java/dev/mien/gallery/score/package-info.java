/** Scores as calibrated error rates. */
@NullMarked
package dev.mien.gallery.score;

import org.jspecify.annotations.NullMarked;
