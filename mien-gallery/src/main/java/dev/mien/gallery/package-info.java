/** TODO. */
@NullMarked
package dev.mien.gallery;

import org.jspecify.annotations.NullMarked;
