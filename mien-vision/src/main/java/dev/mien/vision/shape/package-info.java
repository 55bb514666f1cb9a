/** What is measured on the shape and the colours of a face, and the kinds there are. */
@NullMarked
package dev.mien.vision.shape;

import org.jspecify.annotations.NullMarked;
