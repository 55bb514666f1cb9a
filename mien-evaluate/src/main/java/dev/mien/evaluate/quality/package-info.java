/** Does the quality score tell which pictures are not recognised? */
@NullMarked
package dev.mien.evaluate.quality;

import org.jspecify.annotations.NullMarked;
