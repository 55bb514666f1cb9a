package dev.mien.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Features on disk, for computing them takes most of an hour: for each set a table of path and view
 * (0 as it is, above that varied), and the features of each row as little-endian floats.
 */
final class FeatureCache {

  private static final String HEADER = "path,view";

  private final Path folder;

  FeatureCache(Path folder) {
    this.folder = folder;
  }

  boolean has(String set) {
    return Files.exists(folder.resolve(set + ".csv"));
  }

  void write(String set, List<View> views) throws IOException {
    Files.createDirectories(folder);
    List<String> rows = new ArrayList<>(List.of(HEADER));
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(folder.resolve(set + ".bin")))) {
      for (View view : views) {
        rows.add(view.path() + "," + (view.varied() ? 1 : 0));
        byte[] bytes = new byte[Float.BYTES * View.length()];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(view.features());
        out.write(bytes);
      }
    }
    Files.write(folder.resolve(set + ".csv"), rows);
  }

  List<View> read(String set) throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve(set + ".csv"));
    List<View> views = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(folder.resolve(set + ".bin"))) {
      for (String row : rows.subList(1, rows.size())) {
        int comma = row.lastIndexOf(',');
        ByteBuffer bytes = buffer();
        while (bytes.hasRemaining()) {
          if (channel.read(bytes) < 0) {
            throw new IOException("the features of " + set + " are cut off");
          }
        }
        float[] features = new float[View.length()];
        bytes.flip().asFloatBuffer().get(features);
        boolean varied = !row.substring(comma + 1).equals("0");
        views.add(new View(set, row.substring(0, comma), varied, features));
      }
    }
    return views;
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(Float.BYTES * View.length()).order(ByteOrder.LITTLE_ENDIAN);
  }
}
