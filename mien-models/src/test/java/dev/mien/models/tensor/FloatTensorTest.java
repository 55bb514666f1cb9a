package dev.mien.models.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FloatTensorTest {
  private static final FloatTensor TWO_BY_THREE =
      new FloatTensor(List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6});

  @Test
  void transposingAMatrixMovesItsElements() {
    FloatTensor transposed = TWO_BY_THREE.transpose(1, 0);

    assertThat(transposed.shape()).containsExactly(3, 2);
    assertThat(transposed.values()).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void transposingFourAxesAndBackChangesNothing() {
    float[] values = new float[2 * 3 * 4 * 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    FloatTensor filter = new FloatTensor(List.of(2, 3, 4, 5), values);

    FloatTensor outputFirst = filter.transpose(3, 2, 0, 1);

    assertThat(outputFirst.shape()).containsExactly(5, 4, 2, 3);
    // Element [o=4, i=2, h=1, w=0] there is element [h=1, w=0, i=2, o=4] here.
    int there = ((4 * 4 + 2) * 2 + 1) * 3;
    int here = (1 * 3 * 4 + 2) * 5 + 4;
    assertThat(outputFirst.values()[there]).isEqualTo(here);
    assertThat(outputFirst.transpose(2, 3, 1, 0).values()).isEqualTo(values);
  }

  @Test
  void axesThatAreNoPermutationAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TWO_BY_THREE.transpose(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> TWO_BY_THREE.transpose(0));
    assertThatIllegalArgumentException().isThrownBy(() -> TWO_BY_THREE.transpose(0, 1, 2));
  }

  @Test
  void scalingTheFirstAxisScalesWholeSlices() {
    assertThat(TWO_BY_THREE.scaleFirstAxis(new double[] {2, -1}).values())
        .containsExactly(2, 4, 6, -4, -5, -6);
  }

  @Test
  void aShapeThatDoesNotHoldTheValuesIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TWO_BY_THREE.reshape(4, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FloatTensor(List.of(-1), new float[0]))
        .withMessageContaining("negative");
  }

  @Test
  void aTensorOfMoreThanAGigabyteIsRefusedBeforeItIsAllocated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.elementCount(List.of(1 << 20, 1 << 20)))
        .withMessageContaining("elements");
  }
}
