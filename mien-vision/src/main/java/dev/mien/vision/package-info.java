/** TODO. */
@NullMarked
package dev.mien.vision;

import org.jspecify.annotations.NullMarked;
