/** From crops to unit vectors whose inner product is the similarity. */
@NullMarked
package dev.mien.vision.embed;

import org.jspecify.annotations.NullMarked;
