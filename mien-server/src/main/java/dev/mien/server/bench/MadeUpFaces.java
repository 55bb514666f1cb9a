package dev.mien.server.bench;

import dev.mien.gallery.index.FaceIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up faces in groups of several kinds, and probes that show some of them again. */
final class MadeUpFaces {
  static final String ALL = "all";
  static final String RUN = "1 % in a row";
  static final String SCATTERED = "1 % scattered";
  static final String FEW = "100 faces";

  /** They hold all faces, and a tenth of them twice. */
  static final List<String> OVERLAPPING =
      IntStream.range(0, 100).mapToObj("group %d"::formatted).toList();

  static final int PROBES = 1024;

  private final int count;
  private final int dimensions;
  private final FaceVectors vectors;

  /** So many faces with vectors of so many dimensions. */
  MadeUpFaces(int count, int dimensions) {
    this.count = count;
    this.dimensions = dimensions;
    this.vectors = new FaceVectors(dimensions);
  }

  /** Other photographs of {@value #PROBES} of the persons. */
  List<float[]> probes() {
    SplittableRandom random = new SplittableRandom(7);
    List<float[]> probes = new ArrayList<>();
    for (int i = 0; i < PROBES; i++) {
      probes.add(vectors.probe(random.nextInt(count)));
    }
    return probes;
  }

  /**
   * Adds all faces to an index and writes their vectors to a file; prints how fast the index took
   * them.
   *
   * @param file of floats, least significant byte first
   */
  void fill(FaceIndex<String> index, Path file, PrintWriter out) throws IOException {
    long adding = 0;
    SplittableRandom random = new SplittableRandom(3);
    try (Floats floats = new Floats(file, dimensions)) {
      for (int i = 0; i < count; i++) {
        float[] vector = vectors.face(i);
        long start = System.nanoTime();
        int row = index.add(i, i, vector);
        index.join(ALL, row);
        index.join(OVERLAPPING.get(i % OVERLAPPING.size()), row);
        adding += System.nanoTime() - start;
        joinOthers(index, row, i, random);
        floats.write(vector);
      }
    }
    out.printf("added at %,.0f a second%n", count / (adding / 1e9));
  }

  private void joinOthers(FaceIndex<String> index, int row, int number, SplittableRandom random) {
    int hundredth = count / 100;
    if (number % 10 == 0) {
      index.join(OVERLAPPING.get(number / 10 % OVERLAPPING.size()), row);
    }
    if (number >= hundredth && number < 2 * hundredth) {
      index.join(RUN, row);
    }
    if (random.nextInt(100) == 0) {
      index.join(SCATTERED, row);
    }
    if (number % Math.max(1, hundredth) == 0) {
      index.join(FEW, row);
    }
  }

  /** Writes vectors to a file in the same form. */
  void write(List<float[]> rows, Path file) throws IOException {
    try (Floats floats = new Floats(file, dimensions)) {
      for (float[] row : rows) {
        floats.write(row);
      }
    }
  }

  /** A file of vectors that is being written. */
  private static final class Floats implements AutoCloseable {
    private final OutputStream stream;
    private final byte[] bytes;
    private final FloatBuffer floats;

    Floats(Path file, int dimensions) throws IOException {
      this.stream = Files.newOutputStream(file);
      this.bytes = new byte[dimensions * Float.BYTES];
      this.floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    void write(float[] vector) throws IOException {
      floats.clear().put(vector);
      stream.write(bytes);
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
