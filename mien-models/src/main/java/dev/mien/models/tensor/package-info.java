/** Constant tensors: the weights on their way from a weights file into an ONNX file. */
@NullMarked
package dev.mien.models.tensor;

import org.jspecify.annotations.NullMarked;
