package dev.mien.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {

  private static final String SHA256 = "0".repeat(63) + "a";

  /**
   * A pack of somebody else: one ArcFace-type net for both detection roles' stand-ins and the
   * embedder.
   */
  private static final String YAML =
      """
      schema: 1
      id: own-pack
      roles:
        detector:
          kind: blazeface
          file: detector.onnx
          sha256: %1$s
          input: { width: 256, height: 256, colour-order: rgb, mean: [0, 0, 0], divisor: [1, 1, 1] }
          outputs: { scores: s }
        iris:
          kind: iris
          file: iris.onnx
          sha256: %1$s
          input: { width: 64, height: 64, colour-order: bgr, mean: [0, 0, 0], divisor: [255, 255, 255] }
          outputs: { points: p }
      embedders:
        arc-1:
          kind: net
          file: arc.onnx
          sha256: %1$s
          input: { width: 112, height: 112, colour-order: rgb, mean: [127.5, 127.5, 127.5], divisor: [128, 128, 128] }
          outputs: { embedding: out }
          alignment:
            kind: five-points
            points: [[38, 52], [73, 52], [56, 72], [41, 92], [71, 92]]
          mirrored: false
          metric: { kind: cosine }
          calibration: { file: arc.calibration.txt, sha256: %1$s }
        both-1:
          kind: fusion
          parts: [{ embedder: arc-1, weight: 1 }, { embedder: arc-1, weight: 3 }]
        capped-1:
          kind: capped
          of: both-1
          cohort: { file: people.f32, sha256: %1$s }
          sharpness: 20
          calibration: { file: capped.calibration.txt, sha256: %1$s }
      model-versions:
        "3.0": arc-1
        "4.0": capped-1
      """
          .formatted(SHA256);

  @Test
  void a_pack_with_an_own_embedder_is_data_only() throws Exception {
    Manifest manifest = read(YAML);

    assertThat(manifest.id()).isEqualTo("own-pack");
    assertThat(manifest.roles()).containsOnlyKeys("detector", "iris");
    assertThat(manifest.roles().get("iris").input().colourOrder()).isEqualTo(ColourOrder.BGR);
    assertThat(manifest.embedders()).containsOnlyKeys("3.0", "4.0");
    EmbedderSpec.OneNet embedder = (EmbedderSpec.OneNet) manifest.embedders().get("3.0");
    assertThat(embedder.net().outputs()).containsEntry("embedding", "out");
    assertThat(embedder.alignment()).isInstanceOf(AlignmentSpec.FivePoints.class);
    assertThat(embedder.metric()).isEqualTo(new MetricSpec.Cosine());
    assertThat(embedder.centre()).isEmpty();
    EmbedderSpec.Capped capped = (EmbedderSpec.Capped) manifest.embedders().get("4.0");
    assertThat(capped.of()).isInstanceOf(EmbedderSpec.Fusion.class);
    assertThat(capped.cohort().name()).isEqualTo("people.f32");
    assertThat(capped.sharpness()).isEqualTo(20);
  }

  @Test
  void what_the_build_adds_for_people_is_ignored() throws Exception {
    assertThat(read(YAML + "sources: { arc: { package: p, licence: MIT } }\n").id())
        .isEqualTo("own-pack");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          schema: 1              | schema: 2                   | schema 2 is not known
          id: own-pack           | name: own-pack              | the key 'id' is missing
          mirrored: false        | mirrored: sometimes         | mirrored must be true or false
          mirrored: false        | mirrored: false, flip: true | is not YAML
          metric:                | flip: true, metric:         | is not YAML
          kind: cosine           | kind: manhattan             | kind must be cosine or euclidean, not manhattan
          kind: five-points      | kind: three-points          | kind must be dlib-mean-shape or five-points, not three-points
          , [71, 92]]            | ]                           | five points are needed, not 4
          [71, 92]               | [71]                        | each row of points must have 2 numbers
          width: 256             | width: 100000               | an input of 100000 x 256 pixels
          width: 256             | width: wide                 | width must be a whole number
          colour-order: rgb      | colour-order: gbr           | colour-order must be rgb or bgr, not gbr
          divisor: [1, 1, 1]     | divisor: [1, 0, 1]          | no divisor 0
          file: arc.onnx         | file: ../arc.onnx           | is not the name of a file beside pack.yaml
          "3.0": arc-1           | "3.0": arc-2                | no embedder 'arc-2' stands above
          "3.0": arc-1           | "3.0": both-1               | needs a calibration to be model version 3.0
          sharpness: 20     | sharpness: -1                      | sharpness must be greater than 0
          of: both-1        | of: none-1                         | no embedder 'none-1' stands above
          embedder: arc-1, weight: 1 | embedder: arc-1, weight: 0 | weight must be greater than 0
          """)
  void a_mistake_is_named(String correct, String wrong, String message) {
    assertThat(YAML).contains(correct);

    assertThatThrownBy(() -> read(YAML.replace(correct, wrong)))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: own-pack      | id: own-pack\\nextra: 1                   | pack.yaml: unknown key 'extra'
          { width: 256,     | { widht: 1, width: 256,                   | detector: input: unknown key 'widht'
          kind: cosine      | kind: cosine, radius: 1                   | metric: unknown key 'radius'
          kind: fusion      | kind: fusion\\n    weight: 1              | both-1: unknown key 'weight'
          weight: 3 }       | weight: 3, file: x }                      | parts[1]: unknown key 'file'
          """)
  void an_unknown_key_is_refused_by_its_name(String correct, String wrong, String message) {
    assertThatThrownBy(() -> read(YAML.replace(correct, wrong.replace("\\n", "\n"))))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining(message);
  }

  private static Manifest read(String yaml) throws ModelPackException {
    return ManifestReader.read(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
