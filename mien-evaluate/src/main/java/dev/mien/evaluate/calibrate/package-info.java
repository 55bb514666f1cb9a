/** What a similarity means: the false match rate, counted and continued by a fitted tail. */
@NullMarked
package dev.mien.evaluate.calibrate;

import org.jspecify.annotations.NullMarked;
