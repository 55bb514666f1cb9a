package dev.mien.vision;

import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageException;
import dev.mien.vision.image.ImageLimits;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The engine with the bundled pack, opened once for all tests, and pictures for it. */
public final class TestEngine {

  /** Looser than the API's limits: labelled sets have smaller and larger pictures. */
  private static final ImageDecoder DECODER =
      new ImageDecoder(new ImageLimits(8000, 8000, 16, 64, Duration.ofSeconds(30)));

  private TestEngine() {}

  private static final class Holder {
    private static final FaceEngine ENGINE = open();

    private static FaceEngine open() {
      try {
        return FaceEngine.open(ModelPack.bundled(), EngineOptions.DEFAULTS);
      } catch (ModelPackException e) {
        throw new AssertionError("the bundled pack does not open", e);
      }
    }
  }

  /** Shared; never closed. */
  public static FaceEngine shared() {
    return Holder.ENGINE;
  }

  /** A picture of a labelled set. */
  public static Image image(Path file) throws IOException, ImageException {
    return DECODER.decode(Files.readAllBytes(file));
  }

  /** One of the photographs that come with the packages of the models. */
  public static Image photo(String name) throws IOException, ImageException {
    return DECODER.decode(photoBytes(name));
  }

  /** The bytes of one of these photographs. */
  public static byte[] photoBytes(String name) throws IOException {
    try (InputStream stream =
        TestEngine.class.getResourceAsStream("/dev/mien/models/photos/" + name)) {
      if (stream == null) {
        throw new IOException("no photo " + name + " on the class path");
      }
      return stream.readAllBytes();
    }
  }
}
