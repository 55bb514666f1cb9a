/**
 * ONNX graphs: a builder that knows shapes, and the writer and reader of the file format. Nothing
 * here knows where a network comes from.
 */
@NullMarked
package dev.mien.models.onnx;

import org.jspecify.annotations.NullMarked;
