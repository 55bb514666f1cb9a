package dev.mien.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.ModelWriter;
import dev.mien.models.tfjs.ModelFormatException;
import dev.mien.models.tfjs.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the build of this module has made. */
class DefaultPackTest {
  private static final Path NPM = Path.of("npm");
  private static final NpmPackages PACKAGES = new NpmPackages(NPM, Path.of("target/npm"));
  private static final Path PACK = Path.of("target/classes/dev/mien/models/default-pack");

  static List<Network> networks() {
    return Catalogue.read(NPM.resolve("networks.yaml")).networks();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void convertingAgainGivesTheSameBytes(Network network) throws IOException {
    byte[] built = Files.readAllBytes(Path.of("target/onnx", network.name() + ".onnx"));

    assertThat(ModelWriter.write(network.convert(PACKAGES)).toByteArray()).isEqualTo(built);
  }

  @Test
  void theCopyInBytesIsMadeOfTheNetworkAndItsRangesAlone() throws IOException {
    List<Network> inBytes = networks().stream().filter(n -> n.inBytes().isPresent()).toList();

    assertThat(inBytes).extracting(Network::name).containsExactly("face_recognition");
    Network network = inBytes.getFirst();
    byte[] built = Files.readAllBytes(PACK.resolve("face_recognition-int8.onnx"));
    Model copy = network.inBytes().orElseThrow().of(network.convert(PACKAGES));
    assertThat(ModelWriter.write(copy).toByteArray()).isEqualTo(built).hasSizeLessThan(6_000_000);
  }

  @Test
  void rangesOfAnotherNetworkAreRefused() throws IOException {
    Network.InBytes recipe =
        Catalogue.read(NPM.resolve("networks.yaml"))
            .find("face_recognition")
            .flatMap(Network::inBytes)
            .orElseThrow();
    Model other = networks().getFirst().convert(PACKAGES);

    assertThatExceptionOfType(PackBuildException.class)
        .isThrownBy(() -> recipe.of(other))
        .withMessageContainingAll("face_recognition.ranges.txt", "no range of");
  }

  @Test
  void thePackOnTheClassPathHoldsTheFilesThatItSeals() throws IOException {
    JsonNode pack = new YAMLMapper().readTree(PACK.resolve("pack.yaml").toFile());
    List<JsonNode> sealed = pack.findParents("file");

    assertThat(sealed).isNotEmpty();
    for (JsonNode entry : sealed) {
      Path file = PACK.resolve(entry.get("file").asString());
      assertThat(entry.get("sha256").asString()).isEqualTo(Sha256.of(file));
    }
  }

  @Test
  void aTruncatedNetworkIsNotConverted(@TempDir Path folder) throws IOException {
    String name = "face_expression_model";
    Path manifest =
        PACKAGES.file("@vladmandic/face-api", "model/" + name + "-weights_manifest.json");
    byte[] weights =
        Files.readAllBytes(PACKAGES.file("@vladmandic/face-api", "model/" + name + ".bin"));
    Path copy = Files.copy(manifest, folder.resolve("manifest.json"));
    Files.write(folder.resolve(name + ".bin"), Arrays.copyOf(weights, weights.length - 1));

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelReader.readWeights(copy))
        .withMessageContainingAll(name + ".bin", "'fc/bias'", "truncated");
  }
}
