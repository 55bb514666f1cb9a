/**
 * Faces in videos: frames from a child process, faces in each sampled frame, tracks through them.
 * {@link dev.mien.vision.video.VideoAnalyzer} is the entry.
 */
@NullMarked
package dev.mien.vision.video;

import org.jspecify.annotations.NullMarked;
