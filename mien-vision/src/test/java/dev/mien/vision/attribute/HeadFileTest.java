package dev.mien.vision.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadFileTest {

  private static final String TEXT =
      """
      # how it was made
      link logistic
      features ages shape
      classes young old
      bias -4

      0.05 0.05
      0 0 0 0 0 0 0 1
      """;

  @Test
  void a_head_weighs_its_blocks_in_the_order_of_the_file() throws Exception {
    Head head = HeadFile.read("test", TEXT);
    float[] shape = new float[FeatureBlock.SHAPE.length()];
    shape[shape.length - 1] = 1;

    double[] probabilities = head.probabilities(features(new float[] {40, 20}, shape));

    // -4 + 0.05 * 40 + 0.05 * 20 + 1 = 0
    assertThat(probabilities).containsExactly(new double[] {0.5, 0.5}, Offset.offset(1e-6));
  }

  @Test
  void a_softmax_head_has_a_row_of_weights_for_each_class() throws Exception {
    String text = "link softmax\nfeatures ages\nclasses a b c\nbias 0 0 1\n1 0 0 1 0 0\n";

    double[] probabilities =
        HeadFile.read("test", text)
            .probabilities(features(new float[] {2, 1}, new float[FeatureBlock.SHAPE.length()]));

    double total = Math.exp(2) + Math.exp(1) + Math.exp(1);
    assertThat(probabilities[0]).isCloseTo(Math.exp(2) / total, Offset.offset(1e-6));
    assertThat(probabilities[1]).isCloseTo(Math.exp(1) / total, Offset.offset(1e-6));
    assertThat(probabilities[2]).isCloseTo(Math.exp(1) / total, Offset.offset(1e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0 0 0 0 0 0 0 1|0 0 0 0 0 0 0|9 weights; there must be 1 times 10",
        "0 0 0 0 0 0 0 1|0 0 0 0 0 0 0 1 7|11 weights; there must be 1 times 10",
        "bias -4|bias -4 2|1 rows of weights",
        "bias -4|bias NaN|'NaN' is not finite",
        "0.05 0.05|0.05 x|'x' is no number",
        "ages shape|ages teeth|unknown features 'teeth'",
        "classes young old|classes young|LOGISTIC with 1 classes",
        "link logistic|link cubic|link must be identity, logistic or softmax",
        "classes young old|kinds young old|expected 'classes'"
      })
  void what_does_not_fit_is_refused_with_its_reason(String found, String instead, String reason) {
    assertThatThrownBy(() -> HeadFile.read("age.head.txt", TEXT.replace(found, instead)))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining("age.head.txt")
        .hasMessageContaining(reason);
  }

  @Test
  void a_file_that_was_cut_off_is_refused_wherever_it_was_cut() {
    for (int length = 0; length < TEXT.strip().length() - 1; length += 7) {
      String cut = TEXT.substring(0, length);
      assertThatThrownBy(() -> HeadFile.read("cut", cut)).isInstanceOf(ModelPackException.class);
    }
  }

  @Test
  void a_pack_with_an_altered_or_a_missing_head_is_refused(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("gender.head.txt"), TEXT);
    Files.writeString(
        folder.resolve("pack.yaml"),
        """
        schema: 1
        id: own
        roles: {}
        embedders: {}
        model-versions: {}
        heads:
          gender: { file: gender.head.txt, sha256: %s }
        """
            .formatted("0".repeat(64)));
    ModelPack altered = ModelPack.ofDirectory(folder);

    assertThatThrownBy(() -> AttributeReader.open(altered, 1))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining("gender.head.txt")
        .hasMessageContaining("was altered");

    Files.writeString(
        folder.resolve("pack.yaml"),
        Files.readString(folder.resolve("pack.yaml")).replace("gender:", "beauty:"));
    ModelPack lacking = ModelPack.ofDirectory(folder);

    assertThatThrownBy(() -> AttributeReader.open(lacking, 1))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining("the head 'gender' is missing");
  }

  private static FaceFeatures features(float[] ages, float[] shape) {
    Map<FeatureBlock, float[]> blocks = new EnumMap<>(FeatureBlock.class);
    for (FeatureBlock block : FeatureBlock.values()) {
      blocks.put(block, new float[block.length()]);
    }
    blocks.put(FeatureBlock.AGES, ages);
    blocks.put(FeatureBlock.SHAPE, shape);
    return new FaceFeatures(blocks);
  }
}
