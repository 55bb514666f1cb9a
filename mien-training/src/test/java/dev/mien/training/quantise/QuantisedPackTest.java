package dev.mien.training.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.vision.model.EmbedderSpec;
import dev.mien.vision.model.FileReference;
import dev.mien.vision.model.ModelPack;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replaces nets of a small pack: files of any content, a manifest of every kind of embedder. */
class QuantisedPackTest {
  private static final String INPUT =
      "{ width: 8, height: 8, colour-order: rgb, mean: [0, 0, 0], divisor: [1, 1, 1] }";

  @TempDir private Path folder;
  private Path source;
  private Path target;

  @BeforeEach
  void writeThePack() throws Exception {
    source = Files.createDirectory(folder.resolve("source"));
    target = folder.resolve("target");
    for (String file : new String[] {"one.onnx", "two.onnx", "table.txt", "cohort.f32"}) {
      Files.writeString(source.resolve(file), "old " + file);
    }
    Files.writeString(
        source.resolve("pack.yaml"),
        """
        schema: 1
        id: small
        roles:
          detector: { kind: blazeface, %1$s, input: %5$s, outputs: { a: b } }
        embedders:
          one: { kind: net, %1$s, input: %5$s, outputs: { embedding: e }, alignment: { kind: dlib-mean-shape, padding: 0.25 },
            mirrored: true, metric: { kind: cosine }, calibration: { %3$s } }
          two: { kind: net, %2$s, input: %5$s, outputs: { embedding: e }, alignment: { kind: dlib-mean-shape, padding: 0.25 },
            mirrored: true, metric: { kind: cosine }, calibration: { %3$s } }
          both: { kind: fusion, parts: [{ embedder: one, weight: 1 }, { embedder: two, weight: 1 }] }
          capped: { kind: capped, of: both, cohort: { %4$s }, sharpness: 3, calibration: { %3$s } }
        model-versions: { "3.0": capped, "2.0": two, "1.0": one }
        """
            .formatted(
                file("one.onnx"), file("two.onnx"), file("table.txt"), file("cohort.f32"), INPUT));
  }

  @Test
  void every_embedder_whose_vectors_change_gets_another_id_and_no_other() throws Exception {
    new QuantisedPack(source, Map.of("one.onnx", bytes("new"))).write(target);

    Map<String, EmbedderSpec> versions = ModelPack.ofDirectory(target).manifest().embedders();
    assertThat(versions.get("1.0").id()).isEqualTo("one-int8");
    assertThat(versions.get("2.0").id()).isEqualTo("two");
    assertThat(versions.get("3.0").id()).isEqualTo("capped-int8");
    assertThat(((EmbedderSpec.Capped) versions.get("3.0")).of().id()).isEqualTo("both-int8");
  }

  @Test
  void the_new_net_is_named_wherever_the_old_one_was_and_the_rest_is_copied() throws Exception {
    new QuantisedPack(source, Map.of("one.onnx", bytes("new"))).write(target);

    ModelPack pack = ModelPack.ofDirectory(target);
    FileReference net = pack.manifest().roles().get("detector").file();
    assertThat(pack.id()).isEqualTo("small-int8");
    assertThat(net.name()).isEqualTo("one-int8.onnx");
    assertThat(pack.read(net)).isEqualTo(bytes("new"));
    assertThat(target.resolve("one.onnx")).doesNotExist();
    for (String copied : new String[] {"two.onnx", "table.txt", "cohort.f32"}) {
      assertThat(target.resolve(copied)).hasContent("old " + copied);
    }
  }

  @Test
  void a_pack_is_not_written_over_another() throws Exception {
    Files.createDirectory(target);
    Files.writeString(target.resolve("table.txt"), "somebody's");

    assertThatThrownBy(() -> new QuantisedPack(source, Map.of()).write(target))
        .isInstanceOf(DirectoryNotEmptyException.class);
    assertThat(target.resolve("table.txt")).hasContent("somebody's");
    assertThat(target).isDirectoryNotContaining("glob:**.{yaml,onnx}");
  }

  private String file(String name) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(source.resolve(name)));
    return "file: %s, sha256: %s".formatted(name, HexFormat.of().formatHex(hash));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
