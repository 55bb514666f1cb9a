/**
 * Networks in bytes: from a network in floats and the ranges that its values take, to one that ONNX
 * Runtime computes with 8-bit integers. Nothing here runs a network.
 */
@NullMarked
package dev.mien.models.quantise;

import org.jspecify.annotations.NullMarked;
