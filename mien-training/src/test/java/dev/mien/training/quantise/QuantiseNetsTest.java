package dev.mien.training.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.ModelReader;
import dev.mien.models.onnx.ModelWriter;
import dev.mien.models.quantise.QuantiseOptions;
import dev.mien.models.quantise.Quantiser;
import dev.mien.models.quantise.RangeFile;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.EngineOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageLimits;
import dev.mien.vision.model.ModelPack;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Quantises dlib's net anew, with the ranges of one face. */
class QuantiseNetsTest {
  private static final Path PACK =
      Path.of("..", "mien-models", "target", "classes", "dev", "mien", "models", "default-pack");

  /** In floats, as the pack's build converts it. */
  private static final Path FLOATS =
      Path.of("..", "mien-models", "target", "onnx", "face_recognition.onnx");

  private static final String NET = "face_recognition-int8.onnx";

  @TempDir private Path folder;

  @Test
  void the_new_pack_opens_and_its_vectors_are_near_those_of_the_old_one() throws Exception {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    for (String photo : new String[] {"sample1.jpg", "sample2.jpg"}) {
      Files.write(pictures.resolve(photo), photo(photo));
    }
    Path target = folder.resolve("target");

    int status =
        new CommandLine(new QuantiseNets())
            .execute(
                PACK.toString(),
                pictures.toString(),
                target.toString(),
                NET,
                "--floats=" + NET + "=" + FLOATS,
                "--ranges=" + folder,
                "--in-float=LAST",
                "--count=1",
                "--compare=1");

    assertThat(status).isZero();
    assertThat(Files.size(target.resolve(NET))).isLessThan(Files.size(FLOATS) / 3);
    assertThat(madeOf(folder.resolve(NET + ".ranges.txt")))
        .isEqualTo(Files.readAllBytes(target.resolve(NET)));
    Embedding exact = embedding(PACK);
    Embedding rounded = embedding(target);
    assertThat(exact.embedderId()).isEqualTo("dlib-resnet-5");
    assertThat(rounded.embedderId()).isEqualTo("dlib-resnet-5-int8");
    // Vectors of different embedders, which no server would compare.
    assertThat(product(exact.vector(), rounded.vector())).isBetween(0.95, 0.99999);
  }

  /** The net that the pack's build makes of the ranges. */
  private static byte[] madeOf(Path ranges) throws Exception {
    Model floats = ModelReader.read(Files.readAllBytes(FLOATS));
    QuantiseOptions options = new QuantiseOptions(7, Set.of(QuantiseOptions.InFloat.LAST));
    Model bytes = new Quantiser(floats, options).quantise(RangeFile.read(Files.readString(ranges)));
    return ModelWriter.write(bytes).toByteArray();
  }

  /** Of a face of a photograph that the ranges were not taken from. */
  private static Embedding embedding(Path pack) throws Exception {
    Image image = new ImageDecoder(ImageLimits.DEFAULTS).decode(photo("sample3.jpg"));
    try (FaceEngine engine = FaceEngine.open(ModelPack.ofDirectory(pack), EngineOptions.DEFAULTS)) {
      Face face = engine.detect(image, DetectOptions.LARGEST).getFirst();
      return engine.embed(image, face, "2.0");
    }
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  private static byte[] photo(String name) throws Exception {
    try (InputStream stream =
        QuantiseNetsTest.class.getResourceAsStream("/dev/mien/models/photos/" + name)) {
      return Objects.requireNonNull(stream, "no photo " + name).readAllBytes();
    }
  }
}
