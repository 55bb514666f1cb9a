/**
 * The face engine: image in, faces and embeddings out. {@link dev.mien.vision.FaceEngine} is the
 * entry; the packages below it are the stages a face goes through.
 */
@NullMarked
package dev.mien.vision;

import org.jspecify.annotations.NullMarked;
