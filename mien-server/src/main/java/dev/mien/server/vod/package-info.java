/**
 * The part of the VOD API (2018-07-17) that is about faces in videos: one action, one file. An
 * action checks its parameters, has the faces found by {@link dev.mien.server.video}, and shapes
 * the answer.
 */
@NullMarked
package dev.mien.server.vod;

import org.jspecify.annotations.NullMarked;
