/**
 * TensorFlow.js graph models to ONNX. Images are NHWC there and NCHW here, so each value carries
 * its layout, and a transpose is written only where an operator needs the order that a value does
 * not have.
 */
@NullMarked
package dev.mien.models.convert;

import org.jspecify.annotations.NullMarked;
