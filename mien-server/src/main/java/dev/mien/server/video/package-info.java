/**
 * Faces of videos: where a video comes from, what is found in it, what is kept of that, and the
 * tasks in which it is looked for in the background.
 */
@NullMarked
package dev.mien.server.video;

import org.jspecify.annotations.NullMarked;
