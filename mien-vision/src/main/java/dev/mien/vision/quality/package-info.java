/** How fit a face in a picture is for recognition. */
@NullMarked
package dev.mien.vision.quality;

import org.jspecify.annotations.NullMarked;
