/** Model packs (a manifest and its nets) and the inference sessions opened from them. */
@NullMarked
package dev.mien.vision.model;

import org.jspecify.annotations.NullMarked;
