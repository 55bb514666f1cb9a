package dev.mien.evaluate.detection;

import dev.mien.vision.geometry.Box;

/**
 * A face that was found.
 *
 * @param box in pixels
 * @param confidence 0..1
 */
record FoundFace(Box box, double confidence) {}
