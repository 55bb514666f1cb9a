/** What the shape and the colours of a face say: brows, lids, nose, outline, skin. */
@NullMarked
package dev.mien.vision.shape;

import org.jspecify.annotations.NullMarked;
