package dev.mien.server.bench;

import dev.mien.vision.EngineOptions;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageLimits;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Measures the way from a picture's bytes to what is known of its faces: each stage alone, pictures
 * a second for several clients, and beside the npm packages that the pack is made of.
 */
public final class PipelineBench {
  /**
   * What to measure.
   *
   * @param photos pictures, and folders of pictures
   * @param modelPack a folder with a pack, or null for the bundled one
   * @param packages a folder for the npm packages to compare with, or null for none
   * @param seconds that each measurement takes
   * @param rounds how often everything is measured
   * @param allocations whether to measure what is allocated, and nothing else
   */
  public record Options(
      List<Path> photos,
      @Nullable Path modelPack,
      @Nullable Path packages,
      double seconds,
      int rounds,
      boolean allocations) {
    public Options {
      photos = List.copyOf(photos);
    }
  }

  private static final int[] CLIENTS = {1, 2, 4, 8};

  private final Options options;
  private final PrintWriter out;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULTS);

  /** By work and number of clients. */
  private final Map<PipelineWork, Map<Integer, List<Pace>>> rates =
      new EnumMap<>(PipelineWork.class);

  /** A measurement that prints to a writer. */
  public PipelineBench(Options options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  /** Measures and prints. */
  public void run() throws BenchException, InterruptedException {
    List<Photo> photos = Photo.load(options.photos(), decoder);
    out.printf(
        "%d photos of %.2f megapixels on average; %d processors%n",
        photos.size(),
        photos.stream()
                .mapToLong(photo -> (long) photo.width() * photo.height())
                .average()
                .orElse(0)
            / 1e6,
        processors);
    try (FaceEngine engine = open();
        Throughput throughput = new Throughput(processors)) {
      if (options.allocations()) {
        new AllocationBench(engine, decoder, photos, options.seconds()).run(out);
        return;
      }
      stages(engine, photos);
      throughput(engine, photos, throughput);
      compare(engine, photos, throughput);
    } catch (ModelPackException | IOException e) {
      throw new BenchException(String.valueOf(e.getMessage()), e);
    }
    out.flush();
  }

  private ModelPack pack() throws ModelPackException {
    @Nullable Path folder = options.modelPack();
    return folder == null ? ModelPack.bundled() : ModelPack.ofDirectory(folder);
  }

  private FaceEngine open() throws ModelPackException {
    List<FaceEngine> opened = new ArrayList<>();
    List<ModelPackException> failures = new ArrayList<>();
    Duration time =
        Duration.of(
            () -> {
              try {
                opened.add(FaceEngine.open(pack(), EngineOptions.DEFAULTS));
              } catch (ModelPackException e) {
                failures.add(e);
              }
            });
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
    out.printf("nets opened in %.2f s, %.2f s of processor time%n", time.wall(), time.processor());
    out.flush();
    return opened.getFirst();
  }

  private void stages(FaceEngine engine, List<Photo> photos) throws BenchException {
    StageBench stages = new StageBench(engine, decoder, photos);
    stages.round();
    stages.forget();
    for (int round = 0; round < options.rounds(); round++) {
      stages.round();
    }
    stages.print(out);
    out.flush();
  }

  private void throughput(FaceEngine engine, List<Photo> photos, Throughput throughput)
      throws BenchException, InterruptedException {
    for (int round = 0; round < options.rounds(); round++) {
      for (PipelineWork work : PipelineWork.values()) {
        for (int clients : CLIENTS) {
          rates
              .computeIfAbsent(work, _ -> new TreeMap<>())
              .computeIfAbsent(clients, _ -> new ArrayList<>())
              .add(
                  throughput.pace(
                      photos,
                      clients,
                      options.seconds(),
                      photo -> work.run(engine, decoder.decode(photo.file()))));
        }
      }
    }
    out.println();
    out.println(
        "pictures a second by clients, decoded each time (processor time of one); share of");
    out.println("what one client has, times the processors that so many clients can use");
    rates.forEach(this::print);
    out.flush();
  }

  private void print(PipelineWork work, Map<Integer, List<Pace>> byClients) {
    StringBuilder line = new StringBuilder("  %-32s".formatted(work.title()));
    double alone = 0;
    for (Map.Entry<Integer, List<Pace>> entry : byClients.entrySet()) {
      int clients = entry.getKey();
      Pace pace = Pace.median(entry.getValue());
      alone = clients == 1 ? pace.perSecond() : alone;
      line.append("  %d: %.1f".formatted(clients, pace.perSecond()));
      line.append(
          clients == 1
              ? " (%.0f ms)".formatted(pace.processorMillis())
              : " %.0f %%"
                  .formatted(100 * pace.perSecond() / (alone * Math.min(processors, clients))));
    }
    out.println(line);
  }

  private void compare(FaceEngine engine, List<Photo> photos, Throughput throughput)
      throws BenchException, InterruptedException, IOException, ModelPackException {
    @Nullable Path folder = options.packages();
    if (folder == null) {
      out.println("no comparison with the packages' own runtime: --packages DIR asks for it");
      return;
    }
    NodePackages.install(folder);
    try (PackageComparison comparison =
        PackageComparison.start(folder, photos, processors, options.seconds())) {
      comparison.compareNets(pack(), options.rounds());
      for (int round = 0; round < options.rounds(); round++) {
        comparison.round(engine, throughput);
      }
      comparison.print(out);
    }
  }
}
