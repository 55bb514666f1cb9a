package dev.mien.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.vision.EngineOptions;
import dev.mien.vision.FaceEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackTest {

  private static final String BUNDLED = "/dev/mien/models/default-pack/";
  private static final Pattern FILE = Pattern.compile("\\bfile: *\"?([\\w.-]+)");

  @TempDir Path folder;

  @BeforeEach
  void copyOfTheBundledPack() throws IOException {
    copy("pack.yaml");
    Matcher files = FILE.matcher(Files.readString(folder.resolve("pack.yaml")));
    while (files.find()) {
      copy(files.group(1));
    }
  }

  private void copy(String file) throws IOException {
    try (InputStream stream = ModelPackTest.class.getResourceAsStream(BUNDLED + file)) {
      Files.copy(
          Objects.requireNonNull(stream, file),
          folder.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void a_directory_opens_like_the_bundled_pack() throws Exception {
    try (FaceEngine engine =
        FaceEngine.open(ModelPack.ofDirectory(folder), EngineOptions.DEFAULTS)) {
      assertThat(engine.modelVersions()).containsExactlyInAnyOrder("2.0", "3.0");
      assertThat(engine.embedder("3.0").id()).isEqualTo("mien-fusion-5");
      assertThat(engine.embedder("3.0").dimension()).isEqualTo(129 + 192);
    }
  }

  @Test
  void an_altered_file_is_refused_with_both_hashes() throws Exception {
    Path net = folder.resolve("facemesh.onnx");
    byte[] bytes = Files.readAllBytes(net);
    bytes[bytes.length / 2] ^= 1;
    Files.write(net, bytes);
    ModelPack pack = ModelPack.ofDirectory(folder);

    assertThatThrownBy(() -> FaceEngine.open(pack, EngineOptions.DEFAULTS))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining("facemesh.onnx")
        .hasMessageContaining(
            "expected SHA-256 " + pack.manifest().roles().get("landmarks").file().sha256())
        .hasMessageContaining("found ");
  }

  @Test
  void a_missing_file_is_named() throws Exception {
    Files.delete(folder.resolve("mobilefacenet.onnx"));
    ModelPack pack = ModelPack.ofDirectory(folder);

    assertThatThrownBy(() -> FaceEngine.open(pack, EngineOptions.DEFAULTS))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining("there is no mobilefacenet.onnx");
  }

  @Test
  void a_folder_without_a_manifest_is_no_pack(@TempDir Path empty) {
    assertThatThrownBy(() -> ModelPack.ofDirectory(empty))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining("there is no pack.yaml in " + empty);
  }

  @Test
  void an_output_that_the_net_does_not_have_is_refused() throws Exception {
    edit("\"faceflag\"", "\"flag\"");
    ModelPack pack = ModelPack.ofDirectory(folder);

    assertThatThrownBy(() -> FaceEngine.open(pack, EngineOptions.DEFAULTS))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining("facemesh.onnx must take one input and give");
  }

  @Test
  void an_input_size_that_does_not_fit_the_net_is_refused_when_it_is_opened() throws Exception {
    edit("width: 112", "width: 111");
    ModelPack pack = ModelPack.ofDirectory(folder);

    assertThatThrownBy(() -> FaceEngine.open(pack, EngineOptions.DEFAULTS))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining("mobilefacenet.onnx does not fit its description");
  }

  @Test
  void an_unknown_detector_kind_is_named_with_those_that_are_known() throws Exception {
    edit("\"blazeface\"", "\"yolo\"");
    ModelPack pack = ModelPack.ofDirectory(folder);

    assertThatThrownBy(() -> FaceEngine.open(pack, EngineOptions.DEFAULTS))
        .isInstanceOf(ModelPackException.class)
        .hasMessageContaining("'yolo' is not known; known is 'blazeface'");
  }

  private void edit(String found, String replacement) throws IOException {
    Path manifest = folder.resolve("pack.yaml");
    String text = Files.readString(manifest);
    assertThat(text).contains(found);
    Files.writeString(manifest, text.replace(found, replacement));
  }
}
