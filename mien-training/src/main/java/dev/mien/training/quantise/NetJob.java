package dev.mien.training.quantise;

import ai.onnxruntime.OrtException;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.ModelReader;
import dev.mien.models.onnx.ModelWriter;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.UnreadableModelException;
import dev.mien.models.quantise.Clipping;
import dev.mien.models.quantise.Histogram;
import dev.mien.models.quantise.QuantiseOptions;
import dev.mien.models.quantise.Quantiser;
import dev.mien.models.quantise.Range;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One net on its way to bytes: first it is observed, then compared with what became of it. Not
 * thread-safe.
 */
final class NetJob implements AutoCloseable {
  private static final int RANK_OF_IMAGES = 4;

  private final String file;
  private final int bytesBefore;
  private final Model model;
  private final long[] shape;
  private final Quantiser quantiser;
  private final Runner observed;
  private final Map<String, Histogram> seen = new LinkedHashMap<>();
  private Optional<SideBySide> comparison = Optional.empty();
  private int bytesAfter;

  /**
   * Begins with a net.
   *
   * @param file its name in the pack
   * @param net the net in floats
   * @param isReady whether it is to be taken as it is: its batch norms are in the weights already
   * @throws UnreadableModelException if it cannot be rewritten
   */
  NetJob(String file, byte[] net, boolean isReady, QuantiseOptions options)
      throws OrtException, IOException, UnreadableModelException {
    this.file = file;
    this.bytesBefore = net.length;
    this.model = isReady ? ModelReader.read(net) : Runner.simplified(net);
    this.shape = itemShape(model.inputs().getFirst().shape());
    this.quantiser = new Quantiser(model, options);
    this.observed = new Runner(quantiser.observed(), shape);
    quantiser.values().forEach(value -> seen.put(value, new Histogram()));
  }

  private static long[] itemShape(Shape shape) throws UnreadableModelException {
    if (shape.rank() != RANK_OF_IMAGES || shape.knownElementsFrom(1).isEmpty()) {
      throw new UnreadableModelException("the input is no image of a known size: " + shape);
    }
    return new long[] {1, shape.size(1), shape.size(2), shape.size(3)};
  }

  /** Looks at one item: what its values are, or, once there is a net in bytes, what both answer. */
  void look(FloatBuffer item) throws OrtException {
    if (comparison.isPresent()) {
      comparison.get().add(item);
      return;
    }
    Map<String, float[]> answers = observed.run(item);
    seen.forEach(
        (value, histogram) -> {
          for (float number : answers.getOrDefault(Quantiser.observedName(value), new float[0])) {
            histogram.add(number);
          }
        });
  }

  /** The ranges of what was seen, by the value's name. */
  Map<String, Range> ranges(Clipping clipping) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    seen.forEach((value, histogram) -> ranges.put(value, clipping.range(histogram)));
    return ranges;
  }

  /** The file of the net in bytes. */
  byte[] quantise(Map<String, Range> ranges) throws OrtException {
    Model inBytes = quantiser.quantise(ranges);
    byte[] net = ModelWriter.write(inBytes).toByteArray();
    bytesAfter = net.length;
    comparison = Optional.of(new SideBySide(new Runner(model, shape), new Runner(inBytes, shape)));
    return net;
  }

  /** Sizes, times, likeness and what stayed in floats, in lines for a person. */
  String report() {
    return "%s: %d kB in floats, %d kB in bytes%n%s%n  stays in floats: %s"
        .formatted(
            file,
            bytesBefore / 1000,
            bytesAfter / 1000,
            comparison.map(SideBySide::report).orElse("  not compared"),
            quantiser.leftInFloat());
  }

  @Override
  public void close() throws OrtException {
    observed.close();
    if (comparison.isPresent()) {
      comparison.get().close();
    }
  }
}
