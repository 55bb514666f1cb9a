package dev.mien.vision.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Memory for one run of a net at a time, beside the heap: Java writes into the input, ONNX Runtime
 * reads it there and writes into the outputs. Not thread-safe.
 */
final class Tensors implements AutoCloseable {

  private final OnnxTensor input;
  private final FloatBuffer inputValues;
  private final Map<String, OnnxTensor> outputs = new HashMap<>();
  private final Map<String, FloatBuffer> outputValues = new HashMap<>();
  private final Set<String> otherOutputs;

  /**
   * Takes memory.
   *
   * @param outputNames the outputs to compute, by their names in the graph
   * @param shapes of those outputs that are to be written here
   */
  Tensors(
      OrtEnvironment environment,
      InputSpec spec,
      List<String> outputNames,
      Map<String, long[]> shapes)
      throws OrtException {
    otherOutputs =
        outputNames.stream()
            .filter(name -> !shapes.containsKey(name))
            .collect(Collectors.toUnmodifiableSet());
    inputValues = floats(3L * spec.width() * spec.height());
    input =
        OnnxTensor.createTensor(
            environment, inputValues, new long[] {1, 3, spec.height(), spec.width()});
    try {
      for (Map.Entry<String, long[]> output : shapes.entrySet()) {
        FloatBuffer values = floats(elements(output.getValue()));
        outputs.put(
            output.getKey(), OnnxTensor.createTensor(environment, values, output.getValue()));
        outputValues.put(output.getKey(), values);
      }
    } catch (OrtException e) {
      close();
      throw e;
    }
  }

  /** How many values a tensor has. */
  static long elements(long[] shape) {
    long elements = 1;
    for (long length : shape) {
      elements = Math.multiplyExact(elements, length);
    }
    return elements;
  }

  private static FloatBuffer floats(long count) {
    return ByteBuffer.allocateDirect(Math.toIntExact(Math.multiplyExact(Float.BYTES, count)))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  OnnxTensor input() {
    return input;
  }

  /** The input's memory. */
  FloatBuffer inputValues() {
    return inputValues;
  }

  /** The outputs that are written here, by their names in the graph. */
  Map<String, OnnxTensor> outputs() {
    return outputs;
  }

  /** The memory of such an output. */
  Map<String, FloatBuffer> outputValues() {
    return outputValues;
  }

  /** The outputs for which ONNX Runtime takes memory of its own. */
  Set<String> otherOutputs() {
    return otherOutputs;
  }

  @Override
  public void close() {
    outputs.values().forEach(OnnxTensor::close);
    input.close();
  }
}
