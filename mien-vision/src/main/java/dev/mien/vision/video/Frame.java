package dev.mien.vision.video;

import dev.mien.vision.image.Image;

/**
 * A sampled picture of a video.
 *
 * @param timeMillis when it is shown, from the start
 * @param image the picture as displayed, scaled down when the video is large
 */
record Frame(long timeMillis, Image image) {}
