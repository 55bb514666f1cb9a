package dev.mien.models.tfjs;

import dev.mien.models.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One line of a weights manifest.
 *
 * @param name of the tensor
 * @param shape row-major; empty for a scalar
 * @param type of the tensor after reading: FLOAT32, INT32 or BOOL
 * @param quantization how the elements are packed, if they are
 */
record WeightEntry(
    String name, List<Integer> shape, StoredType type, Optional<Quantization> quantization) {

  /**
   * An affine code for elements: element = code * scale + minimum; float16 has neither.
   *
   * @param type of the codes: UINT8, UINT16 or FLOAT16
   * @param scale of one step
   * @param minimum the element of code 0
   */
  record Quantization(StoredType type, double scale, double minimum) {}

  static WeightEntry read(JsonNode json) {
    String name = json.path("name").asString("");
    if (name.isEmpty() || !json.path("shape").isArray()) {
      throw new ModelFormatException("a weights manifest entry lacks a name or a shape: " + json);
    }
    List<Integer> shape = new ArrayList<>();
    json.get("shape").forEach(size -> shape.add(size.asInt()));
    StoredType type = StoredType.named(json.path("dtype").asString(""), name);
    JsonNode quantization = json.path("quantization");
    if (!quantization.isObject()) {
      return new WeightEntry(name, List.copyOf(shape), type, Optional.empty());
    }
    StoredType codes = StoredType.named(quantization.path("dtype").asString(""), name);
    if (codes != StoredType.FLOAT16
        && !(quantization.path("scale").isNumber() && quantization.path("min").isNumber())) {
      throw new ModelFormatException("tensor '" + name + "' is quantised without scale and min");
    }
    double scale = quantization.path("scale").asDouble(1);
    double minimum = quantization.path("min").asDouble(0);
    return new WeightEntry(
        name, List.copyOf(shape), type, Optional.of(new Quantization(codes, scale, minimum)));
  }

  StoredType storedType() {
    return quantization.map(Quantization::type).orElse(type);
  }

  long storedBytes() {
    return (long) Tensor.elementCount(shape) * storedType().bytes();
  }
}
