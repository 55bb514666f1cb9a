package dev.mien.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mien.server.fetch.Downloader;
import dev.mien.server.fetch.FetchRules;
import dev.mien.server.media.ImageInputException;
import dev.mien.server.media.ImageInputs;
import dev.mien.server.work.WorkLimits;
import dev.mien.server.work.WorkPool;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageException;
import dev.mien.vision.image.ImageLimits;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged pictures, Base64 and model packs. */
@Timeout(300)
class FileFuzzTest {
  private static final int SIDE = 80;
  private static final Duration LONG = Duration.ofSeconds(50);

  /** An APP1 segment with one entry: orientation 6, a quarter turn. */
  private static final byte[] EXIF =
      HexFormat.of()
          .parseHex(
              "ffe10022457869660000"
                  + "4d4d002a00000008"
                  + "0001"
                  + "011200030000000100060000"
                  + "00000000");

  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULTS);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void pictures(String format) throws Exception {
    Fuzzing.run(
        List.of(picture(format)),
        List.of("IHDR", "IDAT", "PLTE", "tRNS", "IEND", "BM"),
        ImageException.class,
        decoder::decode);
  }

  @Test
  void jpegs_with_and_without_exif() throws Exception {
    byte[] plain = picture("jpg");
    Fuzzing.run(
        List.of(plain, withExif(plain)),
        List.of("Exif\0\0", "MM\0*", "II*\0", "JFIF\0"),
        ImageException.class,
        decoder::decode);
  }

  @Test
  void base64() throws Exception {
    String text = Base64.getEncoder().encodeToString(picture("jpg"));
    try (WorkPool pool = new WorkPool(new WorkLimits(1, 1, 1, LONG, LONG));
        Downloader downloader = Downloader.start(new FetchRules(false, LONG, LONG, 3000, 3, 1))) {
      ImageInputs inputs = new ImageInputs(decoder, downloader, pool, 20_000);
      Fuzzing.run(
          Stream.of(text, text.replace("=", ""), "aGVs\r\nbG8+\r\n/w==\r\n")
              .map(good -> good.getBytes(UTF_8))
              .toList(),
          List.of("=", "==", "\r\n", "data:image/png;base64,", "-_", "+/"),
          ImageInputException.class,
          input -> inputs.bytes(new String(input, ISO_8859_1), null));
    }
  }

  @Test
  void model_packs() throws Exception {
    String manifest;
    try (var in = ModelPack.class.getResourceAsStream("/dev/mien/models/default-pack/pack.yaml")) {
      manifest = new String(in.readAllBytes(), UTF_8);
    }
    Path file = folder.resolve("pack.yaml");
    Fuzzing.run(
        List.of(manifest.getBytes(UTF_8)),
        List.of(
            "&a [*a, *a]", "!!java.net.URL", "../", "kind: ", "- ", "\t", "null", "1e999", "---"),
        ModelPackException.class,
        input -> {
          Files.write(file, input);
          ModelPack.ofDirectory(folder);
        });
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillOval(10, 10, 60, 60);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IllegalStateException("no writer for " + format);
    }
    return out.toByteArray();
  }

  private static byte[] withExif(byte[] jpeg) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(jpeg, 2));
    out.writeBytes(EXIF);
    out.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
    return out.toByteArray();
  }
}
