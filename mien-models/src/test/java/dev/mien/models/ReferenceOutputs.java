package dev.mien.models;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the original networks answer to inputs that anybody can make again: {@code
 * reference-outputs.json}.
 */
final class ReferenceOutputs {
  private static final long MULTIPLIER = 1103515245L;
  private static final long INCREMENT = 12345L;
  private static final long MODULUS = 1L << 31;
  private static final long SEED = 12345L;

  private ReferenceOutputs() {}

  record Output(
      String name,
      List<Long> shape,
      double sum,
      double sumOfSquares,
      List<Double> first,
      List<Double> last) {}

  record Case(
      String network, List<Long> inputShape, double low, double high, List<Output> outputs) {
    /** The pseudo-random input, row-major. */
    float[] input() {
      int count = Math.toIntExact(inputShape.stream().reduce(1L, Math::multiplyExact));
      float[] values = new float[count];
      long state = SEED;
      for (int i = 0; i < count; i++) {
        state = (MULTIPLIER * state + INCREMENT) % MODULUS;
        values[i] = (float) (low + (high - low) * ((double) state / MODULUS));
      }
      return values;
    }

    @Override
    public String toString() {
      return network;
    }
  }

  static List<Case> all() throws IOException {
    JsonNode json;
    try (InputStream in =
        Objects.requireNonNull(
            ReferenceOutputs.class.getResourceAsStream("reference-outputs.json"))) {
      json = JsonMapper.shared().readTree(in);
    }
    List<Case> cases = new ArrayList<>();
    json.get("networks")
        .forEachEntry(
            (name, network) -> {
              List<Output> outputs = new ArrayList<>();
              network
                  .get("outputs")
                  .forEachEntry((output, expected) -> outputs.add(output(output, expected)));
              cases.add(
                  new Case(
                      name,
                      longs(network.get("input_shape")),
                      network.get("input_range").get(0).asDouble(),
                      network.get("input_range").get(1).asDouble(),
                      outputs));
            });
    return cases;
  }

  private static Output output(String name, JsonNode json) {
    return new Output(
        name,
        longs(json.get("shape")),
        json.get("sum").asDouble(),
        json.get("sum_of_squares").asDouble(),
        doubles(json.get("first")),
        doubles(json.get("last")));
  }

  private static List<Long> longs(JsonNode array) {
    return array.valueStream().map(JsonNode::asLong).toList();
  }

  private static List<Double> doubles(JsonNode array) {
    return array.valueStream().map(JsonNode::asDouble).toList();
  }
}
