package dev.mien.training;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Features on disk, for computing those of all sets takes most of an hour: for each set a table of
 * path and view (0 as it is, above that varied), and the features of each row as little-endian
 * floats.
 */
final class FeatureCache {

  private static final String HEADER = "path,view";

  private final Path folder;

  FeatureCache(Path folder) {
    this.folder = folder;
  }

  /** The pictures of a set whose features are known. */
  Set<String> paths(String set) throws IOException {
    return rows(set).stream().map(FeatureCache::path).collect(Collectors.toSet());
  }

  /** Adds views of pictures that are not there yet. */
  void add(String set, List<View> views) throws IOException {
    Files.createDirectories(folder);
    List<String> rows = new ArrayList<>(rows(set));
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(
                    folder.resolve(set + ".bin"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND)))) {
      for (View view : views) {
        rows.add(view.path() + "," + (view.varied() ? 1 : 0));
        byte[] bytes = new byte[Float.BYTES * View.length()];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(view.features());
        out.write(bytes);
      }
    }
    rows.addFirst(HEADER);
    Files.write(folder.resolve(set + ".csv"), rows);
  }

  /**
   * All views of a set.
   *
   * @throws IOException also when the files do not belong together, as after a run that was
   *     interrupted or with other features
   */
  List<View> read(String set) throws IOException {
    List<String> rows = rows(set);
    List<View> views = new ArrayList<>();
    if (rows.isEmpty()) {
      return views;
    }
    try (FileChannel channel = FileChannel.open(folder.resolve(set + ".bin"))) {
      if (channel.size() != (long) rows.size() * Float.BYTES * View.length()) {
        throw new IOException("the features of " + set + " do not fit their table: delete both");
      }
      for (String row : rows) {
        ByteBuffer bytes = buffer();
        while (bytes.hasRemaining()) {
          if (channel.read(bytes) < 0) {
            throw new IOException("the features of " + set + " are cut off");
          }
        }
        float[] features = new float[View.length()];
        bytes.flip().asFloatBuffer().get(features);
        views.add(new View(set, path(row), row.endsWith(",1"), features));
      }
    }
    return views;
  }

  private List<String> rows(String set) throws IOException {
    Path table = folder.resolve(set + ".csv");
    return Files.exists(table) ? Files.readAllLines(table).stream().skip(1).toList() : List.of();
  }

  private static String path(String row) {
    return row.substring(0, row.lastIndexOf(','));
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(Float.BYTES * View.length()).order(ByteOrder.LITTLE_ENDIAN);
  }
}
