package dev.mien.models.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeFileTest {
  @Test
  void whatIsReadIsWhatWasWrittenToTheLastBit() {
    Map<String, Range> ranges = new LinkedHashMap<>();
    ranges.put("conv1/Relu", new Range(0, Math.nextUp(0.1)));
    ranges.put("conv2/Conv", new Range(-1.0 / 3, 1e-30));

    String text = RangeFile.write("how they were made\nand when", ranges);

    assertThat(text).startsWith("# how they were made\n# and when\n");
    assertThat(RangeFile.read(text)).containsExactlyEntriesOf(ranges);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x 0", "x 0 1 2", "x zero 1", "x 1 2", "x 0 Infinity", "x 0 1\nx 0 2"})
  void aLineThatIsNoRangeIsShown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RangeFile.read(text))
        .withMessageContaining("'" + text.lines().toList().getLast() + "'");
  }
}
