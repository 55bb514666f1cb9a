package dev.mien.models.convert;

/** TensorFlow's convolution, straight from its definition. */
final class NaiveConvolution {
  private NaiveConvolution() {}

  /**
   * Convolves the counted image of {@link TestGraph} with a square HWIO filter; the result is NHWC.
   */
  static float[] run(
      int height,
      int width,
      int channels,
      int kernel,
      float[] filter,
      int outputs,
      int stride,
      String padding) {
    boolean same = padding.equals("SAME");
    int rows = same ? -Math.floorDiv(-height, stride) : (height - kernel) / stride + 1;
    int columns = same ? -Math.floorDiv(-width, stride) : (width - kernel) / stride + 1;
    int top = same ? Math.max(0, (rows - 1) * stride + kernel - height) / 2 : 0;
    int left = same ? Math.max(0, (columns - 1) * stride + kernel - width) / 2 : 0;
    float[] result = new float[rows * columns * outputs];
    for (int i = 0; i < result.length; i++) {
      int output = i % outputs;
      int column = i / outputs % columns;
      int row = i / outputs / columns;
      double sum = 0;
      for (int tap = 0; tap < kernel * kernel * channels; tap++) {
        int channel = tap % channels;
        int x = column * stride - left + tap / channels % kernel;
        int y = row * stride - top + tap / channels / kernel;
        if (x >= 0 && x < width && y >= 0 && y < height) {
          sum += filter[tap * outputs + output] * TestGraph.counted(y, x, channel, width, channels);
        }
      }
      result[i] = (float) sum;
    }
    return result;
  }
}
