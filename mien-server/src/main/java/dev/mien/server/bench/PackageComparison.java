package dev.mien.server.bench;

import dev.mien.vision.FaceEngine;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mien beside the npm packages that its default pack is made of, in their own runtime. Both take
 * the same pixels, so neither decodes; they take turns.
 */
final class PackageComparison implements AutoCloseable {
  /** The nets that both have, by role or embedder id. */
  private static final List<String> NETS =
      List.of("detector", "landmarks", "mobilefacenet-1", "dlib-resnet-int8-1");

  private static final int ONE = 1;
  private static final int ALL = 120;

  /**
   * Something that both can do.
   *
   * @param pipeline what the script calls it
   * @param faces wanted of a picture
   */
  private record Task(String title, String pipeline, int faces, PipelineWork ours) {
    Map<String, Object> request(double seconds) {
      return Map.of("pipeline", pipeline, "faces", faces, "seconds", seconds);
    }
  }

  private static final List<Task> TASKS =
      List.of(
          new Task("largest, Human's way", "description", ONE, PipelineWork.LARGEST_FACE),
          new Task("all, Human's way", "description", ALL, PipelineWork.ALL_FACES),
          new Task("largest, same nets", "version-3.0", ONE, PipelineWork.LARGEST_FACE),
          new Task("all, same nets", "version-3.0", ALL, PipelineWork.ALL_FACES));

  /** Of both sides, one for each round. */
  private record Paces(List<Pace> ours, List<Pace> theirs) {
    Paces() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    /** Median paces and their ratios: how often a second, and processor time. */
    String row() {
      Pace our = Pace.median(ours);
      Pace their = Pace.median(theirs);
      return "%9.1f %9.1f %6.1f %9.1f %9.1f %6.1f"
          .formatted(
              our.perSecond(),
              their.perSecond(),
              our.perSecond() / their.perSecond(),
              our.processorMillis(),
              their.processorMillis(),
              their.processor() / our.processor());
    }
  }

  private final List<Photo> photos;
  private final int processors;
  private final double seconds;
  private final Path pixels;
  private final List<NodeProcess> processes = new ArrayList<>();
  private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Paces> nets = new LinkedHashMap<>();
  private final Map<Task, Map<Integer, Paces>> tasks = new LinkedHashMap<>();
  private final Map<Task, Double> facesPerPhoto = new LinkedHashMap<>();
  private final Map<Task, Double> ourFacesPerPhoto = new LinkedHashMap<>();

  private PackageComparison(List<Photo> photos, int processors, double seconds, Path pixels) {
    this.photos = photos;
    this.processors = processors;
    this.seconds = seconds;
    this.pixels = pixels;
  }

  /**
   * Starts as many Node.js processes as there are processors: their wasm backend uses one thread.
   *
   * @param folder with the {@link NodePackages}
   * @param seconds that each measurement takes
   */
  static PackageComparison start(Path folder, List<Photo> photos, int processors, double seconds)
      throws IOException {
    PackageComparison comparison =
        new PackageComparison(
            photos, processors, seconds, Files.createTempDirectory("mien-bench-photos"));
    try {
      Path index = comparison.writePhotos();
      for (int i = 0; i < processors; i++) {
        comparison.processes.add(NodeProcess.start(folder, index));
      }
      return comparison;
    } catch (IOException e) {
      comparison.close();
      throw e;
    }
  }

  private Path writePhotos() throws IOException {
    List<Map<String, Object>> index = new ArrayList<>();
    for (Photo photo : photos) {
      Path file = Files.write(pixels.resolve(index.size() + ".rgb"), photo.rgb());
      index.add(Map.of("file", file.toString(), "width", photo.width(), "height", photo.height()));
    }
    return Files.writeString(
        pixels.resolve("index.json"), JsonMapper.shared().writeValueAsString(index));
  }

  /** Single nets on one thread, by turns. */
  void compareNets(ModelPack pack, int rounds) throws ModelPackException, IOException {
    try (NetBench ours = new NetBench(pack)) {
      for (int round = 0; round < rounds; round++) {
        for (String net : NETS.stream().filter(ours::has).toList()) {
          Paces paces = nets.computeIfAbsent(net, _ -> new Paces());
          paces.ours().add(ours.pace(net, seconds / 2));
          paces
              .theirs()
              .add(processes.getFirst().ask(Map.of("net", net, "seconds", seconds / 2)).pace());
        }
      }
    }
  }

  /** Everything that both do with pictures, once. */
  void round(FaceEngine engine, Throughput throughput)
      throws BenchException, IOException, InterruptedException {
    for (Task task : TASKS) {
      ourFacesPerPhoto.computeIfAbsent(task, _ -> faces(engine, task));
      for (int clients : processors == 1 ? List.of(1) : List.of(1, processors)) {
        Paces paces =
            tasks
                .computeIfAbsent(task, _ -> new LinkedHashMap<>())
                .computeIfAbsent(clients, _ -> new Paces());
        paces
            .ours()
            .add(
                throughput.pace(photos, clients, seconds, Throughput.decoded(engine, task.ours())));
        paces.theirs().add(theirs(task, clients));
      }
    }
  }

  private double faces(FaceEngine engine, Task task) {
    return photos.stream()
        .mapToInt(photo -> task.ours().run(engine, photo.picture()))
        .average()
        .orElse(0);
  }

  private Pace theirs(Task task, int count)
      throws BenchException, IOException, InterruptedException {
    List<Future<NodeProcess.Answer>> asked = new ArrayList<>();
    for (NodeProcess process : processes.subList(0, count)) {
      Callable<NodeProcess.Answer> asking = () -> process.ask(task.request(seconds));
      asked.add(askers.submit(asking));
    }
    double perSecond = 0;
    double processor = 0;
    try {
      for (Future<NodeProcess.Answer> future : asked) {
        NodeProcess.Answer answer = future.get();
        perSecond += answer.pace().perSecond();
        processor += answer.pace().processor() / count;
        facesPerPhoto.put(task, answer.faces() / (double) answer.count());
      }
    } catch (ExecutionException e) {
      throw new BenchException("Node.js did not answer: " + e.getMessage(), e);
    }
    return new Pace(perSecond, processor);
  }

  /** Prints medians and their ratios. */
  void print(PrintWriter out) {
    out.println();
    out.println("beside the packages' own runtime: " + processes.getFirst().version());
    out.println("                                          a second               processor ms");
    out.println(
        "                                      Mien   Node.js  ratio      Mien   Node.js  ratio");
    out.println("one net on one thread");
    nets.forEach((net, paces) -> out.printf("  %-30s %s%n", net, paces.row()));
    out.println("pictures, decoded before, by clients");
    tasks.forEach(
        (task, byClients) ->
            byClients.forEach(
                (clients, paces) ->
                    out.printf("  %d, %-27s %s%n", clients, task.title(), paces.row())));
    out.println(
        """
        Mien, always: the detector in one or more windows, the mesh twice a face, and version 3.0's
          template: two nets, each on the face and on its mirror image.
        Human's way: its detector on the whole picture, the mesh once a face, its "description" net once.
        Same nets: Human's detector and mesh, then version 3.0's two nets twice a face.\
        """);
    facesPerPhoto.forEach(
        (task, faces) -> out.printf("  %s: Human finds %.1f faces a photo%n", task.title(), faces));
    ourFacesPerPhoto.forEach(
        (task, faces) -> out.printf("  %s: Mien finds %.1f faces a photo%n", task.title(), faces));
  }

  @Override
  public void close() throws IOException {
    askers.shutdownNow();
    processes.forEach(NodeProcess::close);
    try (Stream<Path> files = Files.list(pixels)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(pixels);
  }
}
