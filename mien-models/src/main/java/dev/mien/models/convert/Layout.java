package dev.mien.models.convert;

import java.util.stream.IntStream;

/** In which order the axes of a converted value lie, compared with the TensorFlow graph. */
enum Layout {
  /** As the TensorFlow graph has them. */
  PLAIN,

  /** NCHW, where the TensorFlow graph has NHWC. */
  CHANNELS_FIRST;

  /** Axis i of the channels-first tensor is this axis of the plain one. */
  private static final int[] TO_CHANNELS_FIRST = {0, 3, 1, 2};

  /** Axis i of the plain tensor is this axis of the channels-first one. */
  private static final int[] TO_PLAIN = {0, 2, 3, 1};

  /** Axes of an image. */
  static final int IMAGE_RANK = 4;

  static int[] permutationToChannelsFirst() {
    return TO_CHANNELS_FIRST.clone();
  }

  static int[] permutationToPlain() {
    return TO_PLAIN.clone();
  }

  /** Where an axis of the TensorFlow graph lies in this layout. */
  int axis(int plainAxis) {
    return switch (this) {
      case PLAIN -> plainAxis;
      case CHANNELS_FIRST -> TO_PLAIN[plainAxis];
    };
  }

  int[] axes(int... plainAxes) {
    return IntStream.of(plainAxes).map(this::axis).toArray();
  }
}
