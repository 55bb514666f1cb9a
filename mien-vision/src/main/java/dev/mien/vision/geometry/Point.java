package dev.mien.vision.geometry;

/**
 * A point in pixels, y down; the centre of the top left pixel is (0.5, 0.5).
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {}
