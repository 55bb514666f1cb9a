/** From landmarks to the upright crop an embedder was trained on. */
@NullMarked
package dev.mien.vision.align;

import org.jspecify.annotations.NullMarked;
