/**
 * The default model pack: fetched from npm packages, converted to ONNX, and packed, all at build
 * time. At run time this module is only the files under {@code dev/mien/models/default-pack}.
 */
@NullMarked
package dev.mien.models;

import org.jspecify.annotations.NullMarked;
