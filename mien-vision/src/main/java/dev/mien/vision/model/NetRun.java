package dev.mien.vision.model;

import static java.util.Objects.requireNonNull;

import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.SampleRows;
import dev.mien.vision.image.Sampling;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The input and the outputs of a net in the hands of one caller: fill, compute, read. A crop goes
 * straight into the memory that the net reads, and answers are read where the net wrote them. Lent
 * by {@link Net#with}; later calls fail. Not thread-safe.
 */
public final class NetRun {

  private final Net net;
  private final Tensors tensors;
  private boolean filled;
  private @Nullable List<FloatBuffer> outputs;
  private boolean over;

  NetRun(Net net, Tensors tensors) {
    this.net = net;
    this.tensors = tensors;
  }

  /**
   * Fills the input with a crop, as {@link Sampling} takes samples.
   *
   * @param toImage from the input's samples to the image
   */
  public void fill(Image image, Similarity toImage) {
    fill(image, toImage, UnaryOperator.identity());
  }

  /**
   * Like {@link #fill(Image, Similarity)}, with something that the samples pass on their way.
   *
   * @param through makes of the input what takes the samples and gives them on to it
   */
  public void fill(Image image, Similarity toImage, UnaryOperator<SampleRows> through) {
    requireNotOver();
    InputSpec spec = net.input();
    Sampling.take(image, toImage, spec.width(), spec.height(), through.apply(this::put));
    filled = true;
  }

  /** Fills the input with black. */
  public void fillBlack() {
    requireNotOver();
    float[] black = new float[net.input().width()];
    for (int row = 0; row < net.input().height(); row++) {
      for (int channel = 0; channel < 3; channel++) {
        put(channel, row, black);
      }
    }
    filled = true;
  }

  private void put(int channel, int row, float[] samples) {
    requireNotOver();
    InputSpec spec = net.input();
    int plane = spec.colourOrder() == ColourOrder.RGB ? channel : 2 - channel;
    float factor = (float) (1 / spec.divisor().get(plane));
    float offset = (float) (-spec.mean().get(plane) / spec.divisor().get(plane));
    FloatBuffer values = tensors.inputValues();
    int at = (plane * spec.height() + row) * spec.width();
    for (int i = 0; i < spec.width(); i++) {
      values.put(at + i, samples[i] * factor + offset);
    }
  }

  /** Swaps left and right of what was filled in. */
  public void mirror() {
    requireFilled();
    FloatBuffer values = tensors.inputValues();
    int width = net.input().width();
    for (int start = 0; start < values.capacity(); start += width) {
      for (int left = start, right = start + width - 1; left < right; left++, right--) {
        float kept = values.get(left);
        values.put(left, values.get(right));
        values.put(right, kept);
      }
    }
  }

  /**
   * Runs the net on what was filled in, which stays there.
   *
   * @throws InferenceException when ONNX Runtime fails
   */
  public void compute() {
    requireFilled();
    outputs = net.compute(tensors);
  }

  /**
   * How many values an output has.
   *
   * @param output its place in the order given to {@link Net#open}
   */
  public int length(int output) {
    return output(output).capacity();
  }

  /** A value of an output, row-major. */
  public float value(int output, int index) {
    return output(output).get(index);
  }

  /** All values of an output, row-major: the caller's own. */
  public float[] values(int output) {
    float[] values = new float[length(output)];
    output(output).get(0, values);
    return values;
  }

  /** Copies as many values as the array takes, the first of them at an index of the output. */
  public void read(int output, int index, float[] values) {
    output(output).get(index, values);
  }

  private FloatBuffer output(int output) {
    requireNotOver();
    return requireNonNull(outputs, "nothing was computed").get(output);
  }

  private void requireFilled() {
    requireNotOver();
    // What is in it otherwise is another caller's face.
    if (!filled) {
      throw new IllegalStateException("the input was not filled");
    }
  }

  private void requireNotOver() {
    if (over) {
      throw new IllegalStateException("this run is over");
    }
  }

  /** Ends it: its memory is for others from now on. */
  void end() {
    over = true;
  }
}
