/** Where faces are: detector decoders, tiling, duplicates. */
@NullMarked
package dev.mien.vision.detect;

import org.jspecify.annotations.NullMarked;
