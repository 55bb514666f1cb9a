package dev.mien.vision.model;

import java.util.Map;

/**
 * A net and how to feed and read it.
 *
 * @param kind names the code that decodes its outputs
 * @param file the ONNX file
 * @param input what it takes
 * @param outputs from the names its decoder knows to the names in the ONNX graph
 */
public record NetSpec(
    String kind, FileReference file, InputSpec input, Map<String, String> outputs) {

  public NetSpec {
    outputs = Map.copyOf(outputs);
  }
}
