package dev.mien.vision.landmark;

/**
 * A verified face.
 *
 * @param landmarks in pixels of the image
 * @param confidence that it is a face, 0..1
 */
public record MeshFit(Landmarks landmarks, double confidence) {}
