/** Pixels: decoding what a client sends, and resampling. */
@NullMarked
package dev.mien.vision.image;

import org.jspecify.annotations.NullMarked;
