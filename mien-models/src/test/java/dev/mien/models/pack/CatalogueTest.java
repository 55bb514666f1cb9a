package dev.mien.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final String ENTRY =
      """
      networks:
        small:
          package: "@scope/name"
          model: models/small.json
          sha256: { models/small.json: %s }
          graph: { outputs: { y: { node: Identity, shape: [2, 3] } } }
          licence: MIT
          origin: somebody
      """
          .formatted("0".repeat(64));

  @TempDir Path folder;

  @Test
  void theShippedCatalogueNamesEveryFileWithItsHash() {
    Catalogue catalogue = Catalogue.read(Path.of("npm/networks.yaml"));

    assertThat(catalogue.networks()).hasSize(15);
    assertThat(catalogue.networks())
        .allSatisfy(network -> assertThat(network.files()).hasSizeGreaterThanOrEqualTo(2));
    assertThat(catalogue.photos()).containsKey("sample1.jpg");
  }

  @Test
  void anEntryIsReadCompletely() throws IOException {
    Network network = read(ENTRY).find("small").orElseThrow();

    assertThat(network.model().packageName()).isEqualTo("@scope/name");
    assertThat(network.topology())
        .isInstanceOfSatisfying(
            Network.Topology.Graph.class,
            graph -> {
              assertThat(graph.outputs().getFirst().node()).isEqualTo("Identity");
              assertThat(graph.outputs().getFirst().itemShape()).containsExactly(2L, 3L);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "licence: MIT, license: MIT, 'license'",
    "origin: somebody, origin: '', 'origin'",
    "'sha256: { models/small.json:', 'sha256: { models/other.json:', sha256 of its model",
    "0000, 00g0, SHA-256",
    "'graph: {', 'topology: dlib, graph: {', either graph or topology",
    "'graph: { outputs: { y: { node: Identity, shape: [2, 3] } } }', topology: dlib, unknown"
        + " topology dlib",
    "'graph: {', 'graph: { rewrites: [magic],', unknown rewrite",
    "origin: somebody, 'origin: somebody\n    in-bytes: { weight-bits: 7 }', 'ranges'",
    "origin: somebody, 'origin: somebody\n"
        + "    in-bytes: { ranges: r, weight-bits: 9 }', 7 or 8 bits",
    "origin: somebody, 'origin: somebody\n"
        + "    in-bytes: { ranges: r, weight-bits: 7, in-float: [middle] }', MIDDLE"
  })
  void aWrongEntryIsRefusedWithTheReason(String right, String wrong, String reason)
      throws IOException {
    String separated = wrong.replace(", graph", "\n    graph");
    String changed = ENTRY.replaceFirst(Pattern.quote(right), separated);

    assertThatExceptionOfType(PackBuildException.class)
        .isThrownBy(() -> read(changed))
        .withMessageContaining(reason.replace("'", ""));
  }

  private Catalogue read(String yaml) throws IOException {
    return Catalogue.read(Files.writeString(folder.resolve("networks.yaml"), yaml));
  }
}
