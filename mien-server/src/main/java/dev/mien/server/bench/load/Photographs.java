package dev.mien.server.bench.load;

import dev.mien.server.bench.BenchException;
import java.io.IOException;
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

  private static final int DEPTH_MAX = 8;
  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".bmp");

  private Photographs() {}

  /** Some files of a folder and those below it, evenly taken from all of them in their order. */
  static List<byte[]> read(Path folder) throws BenchException {
    try (Stream<Path> below = Files.walk(folder, DEPTH_MAX)) {
      List<Path> all = new ArrayList<>();
      for (Path file : below.filter(Photographs::isPicture).sorted().toList()) {
        if (Files.size(file) <= BYTES_MAX) {
          all.add(file);
        }
      }
      List<byte[]> some = new ArrayList<>();
      int count = Math.min(COUNT_MAX, all.size());
      for (int i = 0; i < count; i++) {
        some.add(Files.readAllBytes(all.get((int) ((long) i * all.size() / count))));
      }
      return some;
    } catch (IOException e) {
      throw new BenchException("no pictures can be read: " + e, e);
    }
  }

  private static boolean isPicture(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
  }
}
