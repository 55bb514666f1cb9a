/** The face mesh: verification, landmarks, pose. */
@NullMarked
package dev.mien.vision.landmark;

import org.jspecify.annotations.NullMarked;
