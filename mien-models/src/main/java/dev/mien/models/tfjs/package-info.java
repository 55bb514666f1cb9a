/** Reads TensorFlow.js models: weights manifests with their shards, and graph models. */
@NullMarked
package dev.mien.models.tfjs;

import org.jspecify.annotations.NullMarked;
