package dev.mien.server.bench;

import dev.mien.gallery.index.FaceIndex;
import dev.mien.gallery.index.Hit;
import dev.mien.gallery.index.IndexResources;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Measures the search index: this machine's reading speed, Mien and, where it is installed, FAISS,
 * by turns in the same run, over the same vectors with the same number of threads.
 */
public final class SearchBench {
  /**
   * What to measure.
   *
   * @param faces how many are enrolled
   * @param dimensions of their vectors
   * @param threads that scan
   * @param rounds how often everything is measured
   * @param directory for scratch files, 8 bytes a dimension and face
   * @param python the interpreter that may have FAISS
   */
  public record Options(
      int faces, int dimensions, int threads, int rounds, Path directory, String python) {}

  private static final int BEST = 10;
  private static final int WARM_UP = 30;

  /** Single searches a round; the median is taken over all rounds. */
  private static final int SINGLES = 10;

  private static final int BATCH = 32;
  private static final int PROBES = 1024;
  private static final int MANY_GROUPS = 100;
  private static final String ALL = "all";
  private static final String RUN = "1 % in a row";
  private static final String SCATTERED = "1 % scattered";
  private static final String FEW = "100 faces";

  private final Options options;
  private final PrintWriter out;
  private final FaceVectors vectors;
  private final List<float[]> probes = new ArrayList<>();
  private final List<Double> reading = new ArrayList<>();
  private final List<Duration> singles = new ArrayList<>();
  private final List<Duration> batches = new ArrayList<>();
  private final List<Duration> faissSingles = new ArrayList<>();
  private final List<Duration> faissBatches = new ArrayList<>();
  private long compared;
  private long agreed;
  private long agreedFirst;

  /** A measurement that prints to a writer. */
  public SearchBench(Options options, PrintWriter out) {
    this.options = options;
    this.out = out;
    this.vectors = new FaceVectors(options.dimensions());
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < PROBES; i++) {
      probes.add(vectors.probe(random.nextInt(options.faces())));
    }
  }

  /** Measures and prints. */
  public void run() throws BenchException, InterruptedException {
    Path vectorFile = options.directory().resolve("mien-bench-" + ProcessHandle.current().pid());
    Path probeFile = vectorFile.resolveSibling(vectorFile.getFileName() + "-probes");
    try (IndexResources resources = IndexResources.open(options.directory(), options.threads());
        FaceIndex<String> index = new FaceIndex<>(options.dimensions(), resources)) {
      fill(index, vectorFile);
      write(probeFile, probes);
      measure(index, vectorFile, probeFile);
    } catch (IOException | UncheckedIOException e) {
      throw new BenchException("the measurement failed: " + e.getMessage(), e);
    } finally {
      delete(vectorFile);
      delete(probeFile);
    }
  }

  private void measure(FaceIndex<String> index, Path vectorFile, Path probeFile)
      throws IOException, InterruptedException, BenchException {
    for (int i = 0; i < WARM_UP; i++) {
      index.search(List.of(ALL), probes.get(i), BEST, FaceIndex.Ties.SMALLEST_KEY);
      index.search(List.of(FEW), probes.get(i), BEST, FaceIndex.Ties.SMALLEST_KEY);
    }
    index.search(List.of(ALL), probes.subList(0, BATCH), BEST, FaceIndex.Ties.SMALLEST_KEY);
    Optional<Faiss> faiss =
        Faiss.start(
            options.python(), vectorFile, probeFile, options.dimensions(), options.threads());
    try (StreamingRead read = new StreamingRead(index.scannedBytes(), options.threads())) {
      read.bytesPerSecond();
      for (int round = 0; round < options.rounds(); round++) {
        reading.add(read.bytesPerSecond());
        round(index, round);
        if (faiss.isPresent()) {
          compare(index, faiss.get(), round);
        }
        reading.add(read.bytesPerSecond());
      }
    } finally {
      if (faiss.isPresent()) {
        faiss.get().close();
      }
    }
    report(index, faiss);
    reportParts(index);
    reportNeighbours(index);
  }

  /** Each large search is over other groups, as searches of the same groups share their passes. */
  private void reportNeighbours(FaceIndex<String> index)
      throws InterruptedException, BenchException {
    List<List<String>> large = new ArrayList<>();
    for (int i = 0; i < options.threads(); i++) {
      large.add(List.of(ALL, "group " + i % MANY_GROUPS));
    }
    Neighbours neighbours = new Neighbours(index, probes, BEST);
    for (String small : List.of(FEW, RUN)) {
      neighbours.measure(small, large, out);
    }
  }

  private void round(FaceIndex<String> index, int round) {
    for (int i = 0; i < SINGLES; i++) {
      float[] probe = probe(round * SINGLES + i);
      singles.add(
          Duration.of(() -> index.search(List.of(ALL), probe, BEST, FaceIndex.Ties.SMALLEST_KEY)));
    }
    batches.add(
        Duration.of(
                () -> index.search(List.of(ALL), batch(round), BEST, FaceIndex.Ties.SMALLEST_KEY))
            .dividedBy(BATCH));
  }

  private void compare(FaceIndex<String> index, Faiss faiss, int round) throws IOException {
    for (int i = 0; i < SINGLES; i++) {
      faissSingles.add(faiss.search((round * SINGLES + i) % PROBES, 1, BEST).time());
    }
    Faiss.Answer answer = faiss.search(batchStart(round), BATCH, BEST);
    faissBatches.add(answer.time().dividedBy(BATCH));
    List<List<Hit>> ours =
        index.search(List.of(ALL), batch(round), BEST, FaceIndex.Ties.SMALLEST_KEY);
    for (int i = 0; i < BATCH; i++) {
      List<Long> theirs = answer.ids().get(i);
      List<Long> mine = ours.get(i).stream().map(Hit::key).toList();
      compared++;
      agreedFirst += mine.getFirst().equals(theirs.getFirst()) ? 1 : 0;
      agreed += mine.stream().filter(theirs::contains).count();
    }
  }

  private void fill(FaceIndex<String> index, Path file) throws IOException {
    long adding = 0;
    SplittableRandom random = new SplittableRandom(3);
    int hundredth = options.faces() / 100;
    try (OutputStream stream = Files.newOutputStream(file)) {
      byte[] bytes = new byte[options.dimensions() * Float.BYTES];
      FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int i = 0; i < options.faces(); i++) {
        float[] vector = vectors.face(i);
        long start = System.nanoTime();
        int row = index.add(i, i, vector);
        index.join(ALL, row);
        index.join("group " + i % MANY_GROUPS, row);
        adding += System.nanoTime() - start;
        if (i % 10 == 0) {
          index.join("group " + (i / 10) % MANY_GROUPS, row);
        }
        if (i >= hundredth && i < 2 * hundredth) {
          index.join(RUN, row);
        }
        if (random.nextInt(100) == 0) {
          index.join(SCATTERED, row);
        }
        if (i % Math.max(1, options.faces() / 100) == 0) {
          index.join(FEW, row);
        }
        floats.clear().put(vector);
        stream.write(bytes);
      }
    }
    out.printf(
        "%,d faces of %d dimensions, %d threads; added at %,.0f a second%n",
        options.faces(), options.dimensions(), options.threads(), options.faces() / (adding / 1e9));
    out.printf(
        "in RAM %.1f MB, that is %.2f times one byte a dimension; %.1f MB of floats in a mapped"
            + " file%n",
        index.residentBytes() / 1e6,
        index.residentBytes() / ((double) options.faces() * options.dimensions()),
        (double) options.faces() * options.dimensions() * Float.BYTES / 1e6);
    out.flush();
  }

  private void report(FaceIndex<String> index, Optional<Faiss> faiss) {
    double read = Collections.max(reading);
    double scan = index.scannedBytes() / Duration.fastest(singles);
    out.printf(
        "streaming read %.1f GB/s; one search reads at %.1f GB/s, %.0f %% of it (the fastest of"
            + " each)%n",
        read / 1e9, scan / 1e9, 100 * scan / read);
    out.println("ms a search                  median  fastest  processor");
    row("Mien, one search", singles);
    row("Mien, " + BATCH + " together", batches);
    if (faiss.isEmpty()) {
      out.println("FAISS is not installed for " + options.python() + ": no comparison");
      return;
    }
    row("FAISS, one search", faissSingles);
    row("FAISS, " + BATCH + " together", faissBatches);
    ratios("FAISS / Mien, one search", faissSingles, singles);
    ratios("FAISS / Mien, " + BATCH + " together", faissBatches, batches);
    out.println(faiss.get().version() + ", IndexFlatIP");
    out.printf(
        "the same first: %d of %d; the same best %d: %.4f%n",
        agreedFirst, compared, BEST, agreed / (double) (compared * BEST));
  }

  private void row(String name, List<Duration> all) {
    Duration median = Duration.median(all);
    out.printf(
        "%-26s %8.2f %8.2f %10.2f%n",
        name, median.wall() * 1e3, Duration.fastest(all) * 1e3, median.processor() * 1e3);
  }

  private void ratios(String name, List<Duration> theirs, List<Duration> ours) {
    Duration their = Duration.median(theirs);
    Duration our = Duration.median(ours);
    out.printf(
        "%-26s %8.1f %8.1f %10.1f%n",
        name,
        their.wall() / our.wall(),
        Duration.fastest(theirs) / Duration.fastest(ours),
        their.processor() / our.processor());
  }

  private void reportParts(FaceIndex<String> index) {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < MANY_GROUPS; i++) {
      many.add("group " + i);
    }
    part(index, MANY_GROUPS + " overlapping groups", many);
    for (String group : List.of(RUN, SCATTERED, FEW)) {
      part(index, group, List.of(group));
    }
    out.flush();
  }

  private void part(FaceIndex<String> index, String name, List<String> groups) {
    List<Duration> all = new ArrayList<>();
    for (int i = 0; i < WARM_UP; i++) {
      float[] probe = probe(i);
      all.add(Duration.of(() -> index.search(groups, probe, BEST, FaceIndex.Ties.SMALLEST_KEY)));
    }
    row("Mien, " + name, all);
    out.printf("  in %,d faces%n", index.count(groups));
  }

  private void write(Path file, List<float[]> rows) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file)) {
      byte[] bytes = new byte[options.dimensions() * Float.BYTES];
      FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (float[] row : rows) {
        floats.clear().put(row);
        stream.write(bytes);
      }
    }
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      out.println("Remove by hand: " + file);
    }
  }

  private float[] probe(int number) {
    return probes.get(number % PROBES);
  }

  private static int batchStart(int round) {
    return round * BATCH % PROBES;
  }

  private List<float[]> batch(int round) {
    return probes.subList(batchStart(round), batchStart(round) + BATCH);
  }
}
