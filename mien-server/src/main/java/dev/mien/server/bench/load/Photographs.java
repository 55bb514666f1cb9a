package dev.mien.server.bench.load;

import dev.mien.server.bench.BenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Picture files to send, as they are. */
final class Photographs {
  /** Enough for pictures to differ; each is kept in memory a few times. */
  private static final int COUNT_MAX = 32;

  /** Larger ones do not fit into a request in Base64. */
  private static final long BYTES_MAX = 3_500_000;

  private static final int JPEG_HEAD_BYTES = 16;
  private static final int DEPTH_MAX = 8;
  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".bmp");

  private Photographs() {}

  /**
   * Some files of a folder and those below it, evenly taken from all of them in their order.
   *
   * @param paddedTo as large all of them are made, which must be JPEGs then; 0 to leave them as
   *     they are
   */
  static List<Picture> read(Path folder, int paddedTo) throws BenchException {
    try (Stream<Path> below = Files.walk(folder, DEPTH_MAX)) {
      List<Path> all = new ArrayList<>();
      for (Path file : below.filter(Photographs::isPicture).sorted().toList()) {
        if (Files.size(file) <= BYTES_MAX && (paddedTo == 0 || isJpeg(file))) {
          all.add(file);
        }
      }
      List<Picture> some = new ArrayList<>();
      int count = Math.min(COUNT_MAX, all.size());
      for (int i = 0; i < count; i++) {
        byte[] file = Files.readAllBytes(all.get((int) ((long) i * all.size() / count)));
        some.add(Picture.of(paddedTo == 0 ? file : JpegPadding.padded(file, paddedTo)));
      }
      return some;
    } catch (IOException e) {
      throw new BenchException("no pictures can be read: " + e, e);
    }
  }

  private static boolean isJpeg(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return JpegPadding.isJpeg(content.readNBytes(JPEG_HEAD_BYTES));
    }
  }

  private static boolean isPicture(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
  }
}
