package dev.mien.server.bench;

import static dev.mien.gallery.index.FaceIndex.Ties.SMALLEST_KEY;
import static dev.mien.server.bench.MadeUpFaces.ALL;
import static dev.mien.server.bench.MadeUpFaces.FEW;
import static dev.mien.server.bench.MadeUpFaces.OVERLAPPING;
import static dev.mien.server.bench.MadeUpFaces.PROBES;
import static dev.mien.server.bench.MadeUpFaces.RUN;
import static dev.mien.server.bench.MadeUpFaces.SCATTERED;

import dev.mien.gallery.index.FaceIndex;
import dev.mien.gallery.index.Hit;
import dev.mien.gallery.index.IndexResources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private final Options options;
  private final PrintWriter out;
  private final MadeUpFaces faces;
  private final List<float[]> probes;
  private final SearchFigures figures = new SearchFigures(BATCH, BEST);

  /** A measurement that prints to a writer. */
  public SearchBench(Options options, PrintWriter out) {
    this.options = options;
    this.out = out;
    this.faces = new MadeUpFaces(options.faces(), options.dimensions());
    this.probes = faces.probes();
  }

  /** Measures and prints. */
  public void run() throws BenchException, InterruptedException {
    Path vectorFile = options.directory().resolve("mien-bench-" + ProcessHandle.current().pid());
    Path probeFile = vectorFile.resolveSibling(vectorFile.getFileName() + "-probes");
    try (IndexResources resources = IndexResources.open(options.directory(), options.threads());
        FaceIndex<String> index = new FaceIndex<>(options.dimensions(), resources)) {
      out.printf(
          "%,d faces of %d dimensions, %d threads; ",
          options.faces(), options.dimensions(), options.threads());
      faces.fill(index, vectorFile, out);
      reportMemory(index);
      faces.write(probes, probeFile);
      measure(index, vectorFile, probeFile);
    } catch (IOException | UncheckedIOException e) {
      throw new BenchException("the measurement failed: " + e.getMessage(), e);
    } finally {
      delete(vectorFile);
      delete(probeFile);
    }
  }

  private void reportMemory(FaceIndex<String> index) {
    double bytes = (double) options.faces() * options.dimensions();
    out.printf(
        "in RAM %.1f MB, that is %.2f times one byte a dimension; %.1f MB of floats in a mapped"
            + " file%n",
        index.residentBytes() / 1e6, index.residentBytes() / bytes, bytes * Float.BYTES / 1e6);
    out.flush();
  }

  private void measure(FaceIndex<String> index, Path vectorFile, Path probeFile)
      throws IOException, InterruptedException, BenchException {
    for (int i = 0; i < WARM_UP; i++) {
      index.search(List.of(ALL), probes.get(i), BEST, SMALLEST_KEY);
      index.search(List.of(FEW), probes.get(i), BEST, SMALLEST_KEY);
    }
    index.search(List.of(ALL), batch(0), BEST, SMALLEST_KEY);
    Optional<Faiss> faiss =
        Faiss.start(
            options.python(), vectorFile, probeFile, options.dimensions(), options.threads());
    try (StreamingRead read = new StreamingRead(index.scannedBytes(), options.threads())) {
      read.bytesPerSecond();
      for (int round = 0; round < options.rounds(); round++) {
        figures.reading.add(read.bytesPerSecond());
        round(index, round);
        if (faiss.isPresent()) {
          compare(index, faiss.get(), round);
        }
        figures.reading.add(read.bytesPerSecond());
      }
    } finally {
      if (faiss.isPresent()) {
        faiss.get().close();
      }
    }
    report(index, faiss);
    reportNeighbours(index);
  }

  private void round(FaceIndex<String> index, int round) {
    for (int i = 0; i < SINGLES; i++) {
      float[] probe = probes.get((round * SINGLES + i) % PROBES);
      figures
          .singles
          .ours()
          .add(Duration.of(() -> index.search(List.of(ALL), probe, BEST, SMALLEST_KEY)));
    }
    figures
        .together
        .ours()
        .add(
            Duration.of(() -> index.search(List.of(ALL), batch(round), BEST, SMALLEST_KEY))
                .dividedBy(BATCH));
  }

  private void compare(FaceIndex<String> index, Faiss faiss, int round) throws IOException {
    for (int i = 0; i < SINGLES; i++) {
      int probe = (round * SINGLES + i) % PROBES;
      figures.singles.theirs().add(faiss.search(probe, 1, BEST).time());
    }
    Faiss.Answer answer = faiss.search(batchStart(round), BATCH, BEST);
    figures.together.theirs().add(answer.time().dividedBy(BATCH));
    List<List<Hit>> ours = index.search(List.of(ALL), batch(round), BEST, SMALLEST_KEY);
    for (int i = 0; i < BATCH; i++) {
      figures.compare(ours.get(i).stream().map(Hit::key).toList(), answer.ids().get(i));
    }
  }

  private void report(FaceIndex<String> index, Optional<Faiss> faiss) {
    figures.print(out, index.scannedBytes());
    out.println(
        faiss
            .map(found -> found.version() + ", IndexFlatIP")
            .orElse("FAISS is not installed for " + options.python() + ": no comparison"));
    part(index, OVERLAPPING.size() + " overlapping groups", OVERLAPPING);
    for (String group : List.of(RUN, SCATTERED, FEW)) {
      part(index, group, List.of(group));
    }
    out.flush();
  }

  private void part(FaceIndex<String> index, String name, List<String> groups) {
    List<Duration> all = new ArrayList<>();
    for (float[] probe : probes.subList(0, WARM_UP)) {
      all.add(Duration.of(() -> index.search(groups, probe, BEST, SMALLEST_KEY)));
    }
    SearchFigures.row(out, "Mien, " + name, all);
    out.printf("  in %,d faces%n", index.count(groups));
  }

  /** Each large search is over other groups, as searches of the same groups share their passes. */
  private void reportNeighbours(FaceIndex<String> index)
      throws InterruptedException, BenchException {
    List<List<String>> large = new ArrayList<>();
    for (int i = 0; i < options.threads(); i++) {
      large.add(List.of(ALL, OVERLAPPING.get(i % OVERLAPPING.size())));
    }
    Neighbours neighbours = new Neighbours(index, probes, BEST);
    for (String small : List.of(FEW, RUN)) {
      neighbours.measure(small, large, out);
    }
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      out.println("Remove by hand: " + file);
    }
  }

  private static int batchStart(int round) {
    return round * BATCH % PROBES;
  }

  private List<float[]> batch(int round) {
    return probes.subList(batchStart(round), batchStart(round) + BATCH);
  }
}
