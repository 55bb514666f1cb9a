package dev.mien.vision.video;

import dev.mien.vision.geometry.Box;

/**
 * A face in one sampled picture of a video.
 *
 * @param timeMillis when, from the start of the video
 * @param box where, in pixels of the video as displayed
 */
public record Sighting(long timeMillis, Box box) {}
