package dev.mien.models.onnx;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A sliding window over the two spatial axes of an NCHW tensor.
 *
 * @param vertical along the rows
 * @param horizontal along the columns
 * @param padding at the border
 */
public record Window(WindowAxis vertical, WindowAxis horizontal, Padding padding) {
  private static final int HEIGHT_AXIS = 2;
  private static final int WIDTH_AXIS = 3;

  public Window {
    Objects.requireNonNull(vertical, "vertical is null");
    Objects.requireNonNull(horizontal, "horizontal is null");
    Objects.requireNonNull(padding, "padding is null");
  }

  /** A square window without dilation. */
  public static Window square(int kernel, int stride, Padding padding) {
    WindowAxis axis = new WindowAxis(kernel, stride, 1);
    return new Window(axis, axis, padding);
  }

  /** The shape of the result for a given number of channels. */
  Shape apply(Shape input, Dimension channels) {
    return input
        .with(1, channels)
        .with(HEIGHT_AXIS, positions(input, HEIGHT_AXIS))
        .with(WIDTH_AXIS, positions(input, WIDTH_AXIS));
  }

  /**
   * The padding as ONNX states it. SAME over a size that is only known at run time is left to the
   * runtime, whose SAME_UPPER is the same rule; everything else is written out in numbers.
   */
  Attribute paddingAttribute(Shape input) {
    OptionalLong height = input.knownSize(HEIGHT_AXIS);
    OptionalLong width = input.knownSize(WIDTH_AXIS);
    return switch (padding) {
      case Padding.Same _ when height.isEmpty() || width.isEmpty() ->
          Attribute.of("auto_pad", "SAME_UPPER");
      case Padding.Same _ -> {
        WindowAxis.Extent rows = vertical.same(height.orElseThrow());
        WindowAxis.Extent columns = horizontal.same(width.orElseThrow());
        yield pads(rows.before(), columns.before(), rows.after(), columns.after());
      }
      case Padding.Valid _ -> pads(0, 0, 0, 0);
      case Padding.Explicit given -> pads(given.top(), given.left(), given.bottom(), given.right());
    };
  }

  private static Attribute pads(long top, long left, long bottom, long right) {
    return Attribute.list("pads", top, left, bottom, right);
  }

  private Dimension positions(Shape input, int axis) {
    OptionalLong size = input.knownSize(axis);
    if (size.isEmpty()) {
      return Dimension.UNKNOWN;
    }
    WindowAxis window = axis == HEIGHT_AXIS ? vertical : horizontal;
    WindowAxis.Extent extent =
        switch (padding) {
          case Padding.Same _ -> window.same(size.getAsLong());
          case Padding.Valid _ -> window.padded(size.getAsLong(), 0, 0);
          case Padding.Explicit given when axis == HEIGHT_AXIS ->
              window.padded(size.getAsLong(), given.top(), given.bottom());
          case Padding.Explicit given ->
              window.padded(size.getAsLong(), given.left(), given.right());
        };
    return Dimension.of(extent.positions());
  }
}
