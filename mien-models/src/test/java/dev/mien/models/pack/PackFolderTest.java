package dev.mien.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PackFolderTest {
  @TempDir Path folder;
  private Path template;
  private Path networks;
  private Path target;

  @BeforeEach
  void writeFiles() throws IOException {
    template = Files.createDirectory(folder.resolve("template"));
    networks = Files.createDirectory(folder.resolve("networks"));
    target = folder.resolve("target");
    Files.writeString(networks.resolve("blazeface.onnx"), "a network");
    Files.writeString(networks.resolve("iris.onnx"), "another");
    Files.writeString(template.resolve("mean.csv"), "1,2,3");
    Files.writeString(template.resolve("unused.csv"), "4");
  }

  @Test
  void everyNamedFileIsSealedWhereverItIsNamed() throws IOException {
    JsonNode pack =
        write(
            """
            id: test
            detector: { kind: anchors, file: blazeface.onnx, threshold: 0.5 }
            embedders:
              - parts: [ { file: mean.csv }, { file: blazeface.onnx } ]
            """);

    String network = Sha256.of(networks.resolve("blazeface.onnx"));
    assertThat(pack.at("/detector/sha256").asString()).isEqualTo(network);
    assertThat(pack.at("/detector/threshold").asDouble()).isEqualTo(0.5);
    assertThat(pack.at("/embedders/0/parts/0/sha256").asString())
        .isEqualTo(Sha256.of(template.resolve("mean.csv")));
    assertThat(pack.at("/embedders/0/parts/1/sha256").asString()).isEqualTo(network);
    assertThat(target.resolve("mean.csv")).hasContent("1,2,3");
  }

  @Test
  void onlyNamedFilesAreShippedAndTheirSourcesAreTold() throws IOException {
    JsonNode pack = write("{ id: test, detector: { file: blazeface.onnx } }");

    assertThat(target.toFile().list()).containsExactlyInAnyOrder("pack.yaml", "blazeface.onnx");
    assertThat(pack.get("sources").propertyNames()).containsExactly("blazeface");
    JsonNode source = pack.at("/sources/blazeface");
    assertThat(source.get("package").asString()).isEqualTo("@vladmandic/human");
    assertThat(source.get("version").asString()).isEqualTo("3.3.6");
    assertThat(source.get("licence").asString()).isEqualTo("MIT");
    assertThat(source.get("origin").asString()).contains("MediaPipe");
  }

  @Test
  void aFileThatIsNowhereIsNamed() {
    assertThatExceptionOfType(PackBuildException.class)
        .isThrownBy(() -> write("{ detector: { file: ghost.onnx } }"))
        .withMessageContaining("'ghost.onnx'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../mean.csv", "/etc/hostname", "pack.yaml", ".hidden"})
  void aNameThatIsNoPlainFileIsRefused(String name) {
    assertThatExceptionOfType(PackBuildException.class)
        .isThrownBy(() -> write("{ detector: { file: \"" + name + "\" } }"))
        .withMessageContaining(name);
  }

  @Test
  void aTemplateMayNotBringItsOwnSources() {
    assertThatExceptionOfType(PackBuildException.class)
        .isThrownBy(() -> write("{ id: test, sources: {} }"))
        .withMessageContaining("sources");
  }

  private JsonNode write(String yaml) throws IOException {
    Files.writeString(template.resolve("pack.yaml"), yaml);
    Path npm = Path.of("npm");
    new PackFolder(
            template,
            networks,
            Catalogue.read(npm.resolve("networks.yaml")),
            new NpmPackages(npm, folder))
        .write(target);
    return new YAMLMapper().readTree(target.resolve("pack.yaml").toFile());
  }
}
