/** Which faces of a photograph are found? */
@NullMarked
package dev.mien.evaluate.detection;

import org.jspecify.annotations.NullMarked;
