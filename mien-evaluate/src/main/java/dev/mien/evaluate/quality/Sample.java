package dev.mien.evaluate.quality;

import dev.mien.vision.embed.Embedding;
import dev.mien.vision.quality.FaceQuality;

/**
 * A picture's face.
 *
 * @param embedding what it is compared by
 * @param quality how fit it is
 */
record Sample(Embedding embedding, FaceQuality quality) {}
