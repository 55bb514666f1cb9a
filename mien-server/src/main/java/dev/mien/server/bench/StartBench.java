package dev.mien.server.bench;

import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryLimits;
import dev.mien.gallery.LoadProgress;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.ModelVersions;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.score.Calibration;
import dev.mien.gallery.score.Calibrations;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Measures how long a server takes to load its gallery when it starts, from a database that is made
 * first, or was by an earlier measurement. The nets are not part of it.
 */
public final class StartBench {
  /**
   * What to measure.
   *
   * @param faces how many are enrolled
   * @param dimensions of their vectors
   * @param threads that load
   * @param rounds how often it is measured
   * @param directory a data directory that an earlier measurement has made, or one to make
   */
  public record Options(int faces, int dimensions, int threads, int rounds, Path directory) {}

  private static final Calibration ANY =
      new Calibration(List.of(new Calibration.Point(0.2, 1e-1), new Calibration.Point(0.8, 1e-4)));

  private final Options options;
  private final Clock clock;
  private final PrintWriter out;

  /** A measurement that prints to a writer. */
  public StartBench(Options options, Clock clock, PrintWriter out) {
    this.options = options;
    this.clock = clock;
    this.out = out;
  }

  /** Measures and prints. */
  public void run() throws BenchException {
    try {
      if (!Files.exists(options.directory().resolve(SqliteDatabase.FILE))) {
        make();
      }
      for (int round = 0; round < options.rounds(); round++) {
        measure();
      }
    } catch (StoreException | UncheckedIOException | IOException e) {
      throw new BenchException("the measurement failed: " + e.getMessage(), e);
    }
  }

  private void make() {
    try (DataDirectory data = DataDirectory.open(options.directory());
        SqliteDatabase database = SqliteDatabase.open(data)) {
      Duration making =
          Duration.of(() -> MadeUpGallery.fill(database, options.faces(), options.dimensions()));
      out.printf("%,d faces were written in %.0f s%n", options.faces(), making.wall());
      out.flush();
    }
  }

  private void measure() throws IOException {
    try (DataDirectory data = DataDirectory.open(options.directory());
        IndexResources resources = IndexResources.open(data.path(), options.threads())) {
      LoadProgress progress = new LoadProgress();
      double before = Duration.now().processor();
      Duration loading = Duration.of(() -> load(data, resources, progress));
      out.printf(
          "opening the database and loading: %.2f s, processor %.2f s (before it %.2f s)%n",
          loading.wall(), loading.processor(), before);
      printPhases(progress, loading);
      out.printf(
          "%,d faces; the database has %,d MB%n",
          progress.loaded(), Files.size(data.path().resolve(SqliteDatabase.FILE)) >> 20);
      out.flush();
    }
  }

  /**
   * What is left beside the phases is the work of the JVM's compiler and collector nearly alone.
   */
  private void printPhases(LoadProgress progress, Duration loading) {
    double reading = progress.processorNanos(LoadProgress.Phase.READING) / 1e9;
    double encoding = progress.processorNanos(LoadProgress.Phase.ENCODING) / 1e9;
    double puttingIn = progress.processorNanos(LoadProgress.Phase.PUTTING_IN) / 1e9;
    out.printf(
        "  of the processor time: reading %.2f s, codes %.2f s, putting in %.2f s, the rest %.2f"
            + " s%n",
        reading, encoding, puttingIn, loading.processor() - reading - encoding - puttingIn);
  }

  private void load(DataDirectory data, IndexResources resources, LoadProgress progress) {
    try (SqliteDatabase database = SqliteDatabase.open(data)) {
      new Gallery(
              new SqliteGalleryStore(database),
              GalleryLimits.defaults(),
              new ModelVersions(
                  Map.of(
                      ModelVersion.V3_0, MadeUpGallery.NEW_EMBEDDER,
                      ModelVersion.V2_0, MadeUpGallery.OLD_EMBEDDER)),
              new Calibrations(
                  Map.of(
                      MadeUpGallery.NEW_EMBEDDER, ANY,
                      MadeUpGallery.OLD_EMBEDDER, ANY)),
              clock,
              resources,
              progress)
          .close();
    }
  }
}
