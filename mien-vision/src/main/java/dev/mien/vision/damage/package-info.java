/** Good faces made worse, to see what the pipeline says of them. */
@NullMarked
package dev.mien.vision.damage;

import org.jspecify.annotations.NullMarked;
