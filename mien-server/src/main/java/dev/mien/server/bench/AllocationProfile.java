package dev.mien.server.bench;

import dev.mien.vision.image.ImageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a thread allocates, by the samples of the JVM's flight recorder: each stands for the bytes
 * that the thread has allocated since the one before. Large arrays are all seen, small objects by
 * chance.
 */
final class AllocationProfile {
  private static final String EVENT = "jdk.ObjectAllocationSample";

  /** More than there are: the recorder's own limit is for production. */
  private static final String SAMPLES = "100000/s";

  private static final String OWN = "dev.mien.vision.";

  /** The class through which each stage is entered, below {@link #OWN}. */
  private static final Map<String, String> STAGES =
      Map.of(
          "image.ImageDecoder", "decode",
          "detect.BlazeFace", "detector",
          "landmark.FaceMesh", "mesh",
          "landmark.IrisNet", "eyes",
          "embed.Embedders", "embed",
          "attribute.AttributeReader", "attributes",
          "shape.Beauty", "shape",
          "quality.FaceQuality", "quality",
          "liveness.LivenessDetector", "liveness");

  private static final String REST = "rest";

  private final Map<String, Long> stages = new HashMap<>();
  private final Map<String, Long> sites = new HashMap<>();
  private long total;

  private AllocationProfile() {}

  /** What is looked at. */
  @FunctionalInterface
  interface Work {
    /** Does it on the calling thread. */
    void run() throws ImageException;
  }

  /** The profile of some work. */
  static AllocationProfile of(Work work) throws IOException, ImageException {
    AllocationProfile profile = new AllocationProfile();
    Path file = Files.createTempFile("mien-allocations", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(EVENT).withStackTrace().with("throttle", SAMPLES);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
      // The first stands for all that the thread has ever allocated before.
      events(file).skip(1).forEach(profile::add);
    } finally {
      Files.deleteIfExists(file);
    }
    return profile;
  }

  /** The samples of this thread, in their order. */
  private static Stream<RecordedEvent> events(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getThread() != null && event.getStackTrace() != null)
        .filter(event -> event.getThread().getJavaThreadId() == Thread.currentThread().threadId())
        .sorted(Comparator.comparing(RecordedEvent::getStartTime));
  }

  private void add(RecordedEvent event) {
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    long weight = event.getLong("weight");
    String site =
        "%-12s %s".formatted(shown(event.getClass("objectClass").getName()), place(frames));
    total += weight;
    stages.merge(stage(frames), weight, Long::sum);
    sites.merge(site, weight, Long::sum);
  }

  private static String stage(List<RecordedFrame> frames) {
    // From the outside: the attributes look at the eyes too.
    for (RecordedFrame frame : frames.reversed()) {
      String type = type(frame);
      String stage = type.startsWith(OWN) ? STAGES.get(type.substring(OWN.length())) : null;
      if (stage != null) {
        return stage;
      }
    }
    return REST;
  }

  /** The innermost place in Mien's own code, and who called that class. */
  private static String place(List<RecordedFrame> frames) {
    Optional<RecordedFrame> own =
        frames.stream().filter(frame -> type(frame).startsWith(OWN)).findFirst();
    if (own.isEmpty()) {
      return frames.isEmpty() ? "unknown" : shown(frames.getFirst());
    }
    return shown(own.get())
        + frames.stream()
            .dropWhile(frame -> !type(frame).equals(type(own.get())))
            .dropWhile(frame -> type(frame).equals(type(own.get())))
            .filter(frame -> type(frame).startsWith(OWN))
            .findFirst()
            .map(caller -> ", of " + shown(caller))
            .orElse("");
  }

  private static String type(RecordedFrame frame) {
    RecordedMethod method = frame.getMethod();
    String name = method.getType().getName();
    // A lambda or an inner class is the class around it.
    int inner = name.indexOf('$');
    return inner < 0 ? name : name.substring(0, inner);
  }

  private static String shown(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return "%s.%s:%d"
        .formatted(
            type.substring(type.lastIndexOf('.') + 1),
            frame.getMethod().getName(),
            frame.getLineNumber());
  }

  /** A class as sources write it. */
  private static String shown(String binaryName) {
    return switch (binaryName) {
      case "[B" -> "byte[]";
      case "[I" -> "int[]";
      case "[J" -> "long[]";
      case "[F" -> "float[]";
      case "[D" -> "double[]";
      case "[[F" -> "float[][]";
      default -> binaryName.substring(binaryName.lastIndexOf('.') + 1).replace(";", "[]");
    };
  }

  /**
   * Prints what the stages have, and the places that have the most.
   *
   * @param kilobytes that the samples stand for together
   * @param sitesTold of how many places
   */
  void print(PrintWriter out, double kilobytes, int sitesTold) {
    StringBuilder line = new StringBuilder(" ");
    largestFirst(stages)
        .forEach(stage -> line.append(" %s %,.0f,".formatted(stage.name, stage.share * kilobytes)));
    line.setLength(line.length() - 1);
    out.println(line);
    largestFirst(sites).stream()
        .limit(sitesTold)
        .forEach(
            site ->
                out.printf(
                    "  %5.1f %% %,8.0f KB  %s%n",
                    100 * site.share, site.share * kilobytes, site.name));
  }

  private record Part(String name, double share) {}

  private List<Part> largestFirst(Map<String, Long> weights) {
    return weights.entrySet().stream()
        .map(entry -> new Part(entry.getKey(), (double) entry.getValue() / total))
        .sorted(Comparator.comparingDouble(Part::share).reversed())
        .toList();
  }
}
