/** Whether a face in a picture was alive in front of the camera, or a screen or print was. */
@NullMarked
package dev.mien.vision.liveness;

import org.jspecify.annotations.NullMarked;
