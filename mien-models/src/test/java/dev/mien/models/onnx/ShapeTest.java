package dev.mien.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void broadcastingAlignsTheLastAxes() {
    assertThat(Shape.batchOf(3, 8, 8).broadcastWith(Shape.of(3, 1, 1)))
        .isEqualTo(Shape.batchOf(3, 8, 8));
    assertThat(Shape.of(5, 1).broadcastWith(Shape.of(1, 4))).isEqualTo(Shape.of(5, 4));
  }

  @Test
  void anUnknownSizeGivesWayToAKnownOne() {
    Shape unknown = Shape.of(1, 4).with(0, Dimension.UNKNOWN);

    assertThat(unknown.broadcastWith(Shape.of(6, 4))).isEqualTo(Shape.of(6, 4));
  }

  @Test
  void sizesThatDifferDoNotBroadcast() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(3, 2).broadcastWith(Shape.of(3, 4)))
        .withMessageContaining("[3, 2] and [3, 4]");
  }

  @Test
  void aSizeThatIsNotKnownIsNotInvented() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Shape.batchOf(3).size(0))
        .withMessage("axis 0 of [N, 3] has no fixed size");
    assertThat(Shape.batchOf(3, 4).knownElementsFrom(0)).isEmpty();
    assertThat(Shape.batchOf(3, 4).knownElementsFrom(1)).hasValue(12);
  }
}
