package dev.mien.models.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mien.models.tensor.IntTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest {
  @TempDir Path folder;

  @Test
  void everyPackingIsUnpackedAlsoWhenTensorsLieUnaligned() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0).put((byte) 128).put((byte) 255);
    bytes.putFloat(1.5f).putFloat(-2f);
    bytes.putShort((short) 65535).putShort((short) 1);
    bytes.putShort(Float.floatToFloat16(0.25f));
    bytes.put((byte) 3);
    bytes.putInt(-7);
    bytes.put((byte) 1).put((byte) 0);
    write("w.bin", bytes);

    Weights weights =
        read(
            """
            {"name": "eight", "shape": [3], "dtype": "float32",
             "quantization": {"dtype": "uint8", "scale": 0.5, "min": -10}},
            {"name": "raw", "shape": [1, 2], "dtype": "float32"},
            {"name": "sixteen", "shape": [2], "dtype": "float32",
             "quantization": {"dtype": "uint16", "scale": 2, "min": 1}},
            {"name": "half", "shape": [], "dtype": "float32", "quantization": {"dtype": "float16"}},
            {"name": "rounded", "shape": [1], "dtype": "int32",
             "quantization": {"dtype": "uint8", "scale": 0.9, "min": 0}},
            {"name": "integer", "shape": [], "dtype": "int32"},
            {"name": "flags", "shape": [2], "dtype": "bool"}
            """,
            "w.bin");

    assertThat(weights.floats("eight").values()).containsExactly(-10f, 54f, 117.5f);
    assertThat(weights.floats("raw").values()).containsExactly(1.5f, -2f);
    assertThat(weights.floats("raw").shape()).containsExactly(1, 2);
    assertThat(weights.floats("sixteen").values()).containsExactly(131071f, 3f);
    assertThat(weights.floats("half").values()).containsExactly(0.25f);
    assertThat(integers(weights, "rounded")).containsExactly(3);
    assertThat(integers(weights, "integer")).containsExactly(-7);
    assertThat(integers(weights, "flags")).containsExactly(1, 0);
  }

  @Test
  void aCodeIsScaledInDoublePrecisionAndRoundedOnce() throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[] {(byte) 201});
    double scale = 0.012345678901234;
    double minimum = -1.98765432109876;

    Weights weights =
        read(
            """
            {"name": "w", "shape": [1], "dtype": "float32",
             "quantization": {"dtype": "uint8", "scale": %s, "min": %s}}
            """
                .formatted(scale, minimum),
            "w.bin");

    assertThat(weights.floats("w").values()).containsExactly((float) (201 * scale + minimum));
  }

  @Test
  void aTensorMayLieAcrossTwoShards() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putFloat(3f).putFloat(4f);
    Files.write(folder.resolve("a.bin"), Arrays.copyOf(bytes.array(), 5));
    Files.write(folder.resolve("b.bin"), Arrays.copyOfRange(bytes.array(), 5, 8));

    Weights weights =
        read("{\"name\": \"w\", \"shape\": [2], \"dtype\": \"float32\"}", "a.bin", "b.bin");

    assertThat(weights.floats("w").values()).containsExactly(3f, 4f);
  }

  @Test
  void aTruncatedFileIsNamedWithTheTensorThatItCuts() throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[7]);

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(
            () -> read("{\"name\": \"layer/w\", \"shape\": [2], \"dtype\": \"float32\"}", "w.bin"))
        .withMessageContainingAll("w.bin", "layer/w", "truncated", "byte 7");
  }

  @Test
  void bytesThatNoTensorClaimsAreAnError() throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[9]);

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(
            () -> read("{\"name\": \"w\", \"shape\": [2], \"dtype\": \"float32\"}", "w.bin"))
        .withMessageContaining("1 bytes more");
  }

  @Test
  void anUnknownTypeIsNamed() throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[8]);

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(
            () -> read("{\"name\": \"w\", \"shape\": [1], \"dtype\": \"complex64\"}", "w.bin"))
        .withMessageContainingAll("'w'", "'complex64'");
  }

  @Test
  void aShardOutsideTheModelsFolderIsRefused() {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(
            () -> read("{\"name\": \"w\", \"shape\": [1], \"dtype\": \"float32\"}", "../w.bin"))
        .withMessageContaining("outside");
  }

  @Test
  void aMissingTensorIsNamed() {
    Weights none = Weights.of(Map.of());

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> none.floats("conv/filters"))
        .withMessageContaining("'conv/filters'");
  }

  private Weights read(String entries, String... shards) throws IOException {
    Path manifest = folder.resolve("manifest.json");
    String paths = "\"" + String.join("\", \"", shards) + "\"";
    Files.writeString(manifest, "[{\"paths\": [%s], \"weights\": [%s]}]".formatted(paths, entries));
    return ModelReader.readWeights(manifest);
  }

  private void write(String name, ByteBuffer bytes) throws IOException {
    byte[] written = new byte[bytes.position()];
    bytes.flip().get(written);
    Files.write(folder.resolve(name), written);
  }

  private static int[] integers(Weights weights, String name) {
    return ((IntTensor) weights.find(name).orElseThrow()).values();
  }
}
