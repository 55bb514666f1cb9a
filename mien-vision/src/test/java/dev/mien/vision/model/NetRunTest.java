package dev.mien.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetRunTest {
  private static final String BUNDLED = "/dev/mien/models/default-pack/";
  private static final List<String> OUTPUTS = List.of("mesh", "face-flag");
  private static final int MESH = 0;
  private static final int FLAG = 1;

  private static Net net;
  private static Image picture;

  @BeforeAll
  static void openTheMesh() throws Exception {
    ModelPack pack = ModelPack.bundled();
    net = Net.open(pack, pack.manifest().roles().get(Manifest.LANDMARKS), OUTPUTS, 1);
    picture = TestEngine.photo("sample1.jpg");
  }

  @AfterAll
  static void close() {
    net.close();
  }

  private static Similarity crop(double scale) {
    return Similarity.of(scale, 0.3, new Point(96, 96), new Point(picture.width() / 2.0, 300));
  }

  private static float[] mesh(Net of, double scale) {
    return of.with(
        run -> {
          run.fill(picture, crop(scale));
          run.compute();
          return run.values(MESH);
        });
  }

  @Test
  void an_answer_is_the_same_after_the_memory_had_another() {
    float[] first = mesh(net, 2);
    float[] other = mesh(net, 3);

    assertThat(mesh(net, 2)).isEqualTo(first).isNotEqualTo(other);
  }

  @Test
  void runs_at_the_same_time_have_memory_of_their_own() {
    float[] alone = mesh(net, 2);

    float[] outer =
        net.with(
            run -> {
              run.fill(picture, crop(2));
              mesh(net, 3);
              run.compute();
              mesh(net, 3);
              return run.values(MESH);
            });

    assertThat(outer).isEqualTo(alone);
  }

  @Test
  void a_part_of_an_output_is_what_all_of_it_has_there() {
    net.with(
        run -> {
          run.fill(picture, crop(2));
          run.compute();
          float[] part = new float[3];
          run.read(MESH, 30, part);
          assertThat(part)
              .containsExactly(run.values(MESH)[30], run.value(MESH, 31), run.value(MESH, 32));
          assertThat(run.length(MESH)).isEqualTo(3 * 468);
          return run.length(FLAG);
        });
  }

  @Test
  void two_mirrors_leave_the_input_as_it_was() {
    float[] mirrored =
        net.with(
            run -> {
              run.fill(picture, crop(2));
              run.mirror();
              run.compute();
              float[] once = run.values(MESH);
              run.mirror();
              run.compute();
              assertThat(run.values(MESH)).isEqualTo(mesh(net, 2)).isNotEqualTo(once);
              return once;
            });

    assertThat(mirrored).hasSize(3 * 468);
  }

  @Test
  void nothing_runs_on_what_another_left_in_the_input() {
    mesh(net, 2);

    assertThatThrownBy(
            () ->
                net.with(
                    run -> {
                      run.compute();
                      return true;
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not filled");
  }

  @Test
  void a_run_that_was_kept_is_over() {
    NetRun kept =
        net.with(
            run -> {
              run.fill(picture, crop(2));
              run.compute();
              return run;
            });

    assertThatThrownBy(() -> kept.value(FLAG, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("over");
    assertThatThrownBy(kept::compute).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> kept.fill(picture, crop(2))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_output_whose_length_the_graph_leaves_open_has_the_same_values(@TempDir Path folder)
      throws Exception {
    NetSpec spec = ModelPack.bundled().manifest().roles().get(Manifest.LANDMARKS);
    String graph = new String(bundled("facemesh.onnx"), StandardCharsets.ISO_8859_1);
    // The flag's number of items gets a name of its own: "N" is the input's.
    int flag = graph.lastIndexOf("faceflag");
    int items = graph.indexOf("\u0012\u0001N", flag) + 2;
    byte[] altered =
        (graph.substring(0, items) + 'M' + graph.substring(items + 1))
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("open.onnx"), altered);
    Files.write(folder.resolve("pack.yaml"), bundled("pack.yaml"));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(altered));
    NetSpec open =
        new NetSpec(
            spec.kind(), new FileReference("open.onnx", hash), spec.input(), spec.outputs());

    try (Net other = Net.open(ModelPack.ofDirectory(folder), open, OUTPUTS, 1)) {
      assertThat(mesh(other, 2)).isEqualTo(mesh(net, 2));
      assertThat(flag(other)).isEqualTo(flag(net));
    }
  }

  private static float flag(Net of) {
    return of.with(
        run -> {
          run.fill(picture, crop(2));
          run.compute();
          return run.value(FLAG, 0);
        });
  }

  private static byte[] bundled(String file) throws Exception {
    try (InputStream stream = NetRunTest.class.getResourceAsStream(BUNDLED + file)) {
      return Objects.requireNonNull(stream, file).readAllBytes();
    }
  }
}
