/** Who is in the picture? Error rates of searches in a gallery. */
@NullMarked
package dev.mien.evaluate.identification;

import org.jspecify.annotations.NullMarked;
