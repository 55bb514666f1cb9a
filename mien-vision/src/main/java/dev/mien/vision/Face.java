package dev.mien.vision;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.landmark.Pose;

/**
 * A face in an image; all coordinates are pixels of the image as displayed.
 *
 * @param box tight around the face: chin to the middle of the forehead, cheek to cheek; may lie
 *     partly outside
 * @param confidence that this is a face, 0..1
 * @param landmarks the points of the face
 * @param pose how the head is turned
 */
public record Face(Box box, double confidence, Landmarks landmarks, Pose pose) {}
