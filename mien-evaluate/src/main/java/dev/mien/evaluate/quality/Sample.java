package dev.mien.evaluate.quality;

import dev.mien.vision.embed.Embedding;

/**
 * A picture's face.
 *
 * @param embedding what it is compared by
 * @param quality its score, 0..100
 */
record Sample(Embedding embedding, double quality) {}
