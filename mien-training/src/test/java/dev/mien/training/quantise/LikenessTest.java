package dev.mien.training.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LikenessTest {
  @Test
  void cosines_are_averaged_over_items_and_errors_compared_with_all_numbers() {
    Likeness likeness = new Likeness();
    likeness.add(new float[] {3, 4}, new float[] {3, 4});
    likeness.add(new float[] {3, 4}, new float[] {4, 3});

    // The second cosine is 24 / 25; the errors are 1 and 1 beside numbers of 5 and 5.
    assertThat(likeness).hasToString("cosine mean 0.9800, least 0.9600, error 20.0 %");
  }

  @Test
  void answers_of_different_lengths_are_not_compared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Likeness().add(new float[2], new float[3]));
  }
}
