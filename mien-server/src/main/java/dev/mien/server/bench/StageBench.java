package dev.mien.server.bench;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.DetectTimes;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageException;
import dev.mien.vision.shape.Beauty;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures each stage of the pipeline on one thread. Not thread-safe. */
final class StageBench {
  private final FaceEngine engine;
  private final ImageDecoder decoder;
  private final List<Photo> photos;
  private final Map<String, List<Duration>> stages = new LinkedHashMap<>();

  StageBench(FaceEngine engine, ImageDecoder decoder, List<Photo> photos) {
    this.engine = engine;
    this.decoder = decoder;
    this.photos = photos;
  }

  /** Takes all photos through all stages once. */
  void round() throws BenchException {
    for (Photo photo : photos) {
      decode(photo);
      find("largest", photo.picture(), PipelineWork.largest());
      // The one that was searched has its halvings already, as in a request.
      Image picture = photo.picture();
      List<Face> faces = find("all faces", picture, PipelineWork.ALL);
      if (!faces.isEmpty()) {
        look(picture, faces.getFirst());
      }
    }
  }

  /** Forgets what was measured: rounds to warm up. */
  void forget() {
    stages.clear();
  }

  private void decode(Photo photo) throws BenchException {
    List<ImageException> failures = new ArrayList<>();
    add(
        "decode",
        Duration.ofThread(
            () -> {
              try {
                decoder.decode(photo.file());
              } catch (ImageException e) {
                failures.add(e);
              }
            }));
    if (!failures.isEmpty()) {
      throw new BenchException(
          "a photo could be decoded before, but not again", failures.getFirst());
    }
  }

  private List<Face> find(String which, Image picture, DetectOptions options) {
    DetectTimes times = new DetectTimes();
    List<Face> faces = new ArrayList<>();
    Duration all = Duration.ofThread(() -> faces.addAll(engine.detect(picture, options, times)));
    double detector = times.detectorNanos() / 1e9;
    double landmarks = times.landmarksNanos() / 1e9;
    add("detect, " + which, all.part(detector / all.wall()));
    add("landmarks, " + which, all.part(landmarks / all.wall()));
    return faces;
  }

  private void look(Image picture, Face face) {
    for (String version : engine.modelVersions()) {
      add(
          "embed, version " + version,
          Duration.ofThread(() -> engine.embed(picture, face, version)));
    }
    add("embed, all versions", Duration.ofThread(() -> engine.embedAll(picture, face)));
    if (engine.hasAttributes()) {
      add("attributes", Duration.ofThread(() -> engine.attributes(picture, face)));
    }
    add(
        "eyes and shape",
        Duration.ofThread(() -> Beauty.of(picture, engine.details(picture, face))));
    add("quality", Duration.ofThread(() -> engine.quality(picture, face)));
    add("liveness", Duration.ofThread(() -> engine.liveness(picture, face)));
  }

  private void add(String stage, Duration duration) {
    stages.computeIfAbsent(stage, _ -> new ArrayList<>()).add(duration);
  }

  /** A table: photos differ, so the mean is of all, and the median of all measurements. */
  void print(PrintWriter out) {
    out.println("one thread, ms                  mean   median  processor, mean");
    stages.forEach(
        (stage, all) ->
            out.printf(
                "  %-26s %8.2f %8.2f %10.2f%n",
                stage,
                1e3 * all.stream().mapToDouble(Duration::wall).average().orElseThrow(),
                1e3 * Duration.median(all).wall(),
                1e3 * all.stream().mapToDouble(Duration::processor).average().orElseThrow()));
  }
}
