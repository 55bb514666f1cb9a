package dev.mien.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mien.models.onnx.WindowAxis.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowAxisTest {
  @ParameterizedTest
  @CsvSource({
    // kernel, stride, dilation, size -> before, after, positions
    "3, 1, 1, 112, 1, 1, 112",
    "3, 2, 1, 112, 0, 1, 56",
    "3, 2, 1, 113, 1, 1, 57",
    "5, 2, 1, 256, 1, 2, 128",
    "2, 2, 1, 207, 0, 1, 104",
    "2, 1, 1, 13, 0, 1, 13",
    "1, 2, 1, 56, 0, 0, 28",
    "3, 1, 2, 10, 2, 2, 10",
    "7, 2, 1, 3, 3, 3, 2"
  })
  void samePaddingPutsTheOddZeroBehind(
      int kernel, int stride, int dilation, long size, long before, long after, long positions) {
    assertThat(new WindowAxis(kernel, stride, dilation).same(size))
        .isEqualTo(new Extent(before, after, positions));
  }

  @ParameterizedTest
  @CsvSource({"7, 2, 150, 72", "3, 2, 72, 35", "2, 2, 35, 17", "3, 2, 9, 4", "14, 1, 14, 1"})
  void validPaddingCountsTheWindowsThatFit(int kernel, int stride, long size, long positions) {
    assertThat(new WindowAxis(kernel, stride, 1).padded(size, 0, 0))
        .isEqualTo(new Extent(0, 0, positions));
  }

  @Test
  void aWindowLargerThanTheInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WindowAxis(3, 1, 2).padded(4, 0, 0))
        .withMessage("a window of 5 does not fit into 4");
  }

  @Test
  void aWindowWithoutStrideIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WindowAxis(3, 0, 1));
  }
}
