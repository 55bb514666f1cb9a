package dev.mien.training;

import dev.mien.vision.EngineOptions;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.attribute.FeatureNets;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the heads: {@code TrainHeads FACES CACHE PACK [HEAD ...]} with the folder of the labelled
 * sets, a folder to keep features in (those of all sets take an hour to compute; only what the
 * heads have labels for is), the folder of pack.yaml to write head files to, and the heads to train
 * (all when none is named). Says for each head how good it is by cross-validation. The bundled pack
 * finds the faces and must open: for a head that the code newly asks for, begin with any file of
 * its form.
 */
public final class TrainHeads {

  private static final Logger LOG = LoggerFactory.getLogger(TrainHeads.class);

  private static final List<String> SETS =
      List.of("attributes", "hats", "identities", "masks", "mtfl", "utkface");

  private TrainHeads() {}

  /**
   * Runs the program.
   *
   * @throws IOException when a file cannot be read or written
   * @throws ModelPackException when the bundled pack is unusable
   */
  public static void main(String[] arguments) throws IOException, ModelPackException {
    Path faces = Path.of(arguments[0]);
    Path pack = Path.of(arguments[2]);
    Set<String> chosen = Stream.of(arguments).skip(3).collect(Collectors.toSet());
    Labels labels = Labels.read(faces, SETS);
    List<Task> tasks =
        new Tasks(labels)
            .all().stream()
                .filter(task -> chosen.isEmpty() || chosen.contains(task.role().fileName()))
                .toList();
    List<View> views = views(faces, labels, tasks, new FeatureCache(Path.of(arguments[1])));
    for (Task task : tasks) {
      HeadTraining.Result result = new HeadTraining(task, views, labels::person).run();
      LOG.info("{}: {}", task.role().fileName(), result.figures());
      HeadWriter.write(pack, task.role(), task.blocks(), result.sums(), result.figures());
    }
  }

  /**
   * The views that a task has a label for; what the cache lacks of them is computed first. In an
   * order of their own: training depends on it, and the cache's is that in which runs came.
   */
  private static List<View> views(Path faces, Labels labels, List<Task> tasks, FeatureCache cache)
      throws IOException, ModelPackException {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (String set : SETS) {
      Set<String> known = cache.paths(set);
      missing.put(
          set,
          labels.paths(set).stream()
              .filter(path -> !known.contains(path) && wanted(tasks, set, path))
              .toList());
    }
    boolean drawn =
        cache.paths(DrawnFaces.SET).isEmpty()
            && DrawnFaces.KINDS.stream()
                .anyMatch(kind -> wanted(tasks, DrawnFaces.SET, "#" + kind));
    if (drawn || missing.values().stream().anyMatch(paths -> !paths.isEmpty())) {
      ModelPack pack = ModelPack.bundled();
      try (FaceEngine engine = FaceEngine.open(pack, EngineOptions.DEFAULTS);
          FeatureNets nets = FeatureNets.open(pack, 1)) {
        Extraction extraction = new Extraction(faces, labels, engine, nets);
        for (Map.Entry<String, List<String>> entry : missing.entrySet()) {
          cache.add(entry.getKey(), extraction.set(entry.getKey(), entry.getValue()));
        }
        if (drawn) {
          cache.add(DrawnFaces.SET, extraction.drawn());
        }
      }
    }
    List<View> views = new ArrayList<>();
    for (String set : SETS) {
      views.addAll(cache.read(set));
    }
    views.addAll(cache.read(DrawnFaces.SET));
    views.sort(
        Comparator.comparing(View::set).thenComparing(View::path).thenComparing(View::varied));
    return views;
  }

  private static boolean wanted(List<Task> tasks, String set, String path) {
    View view = new View(set, path, false, new float[0]);
    return tasks.stream().anyMatch(task -> task.target().of(view) != Task.UNKNOWN);
  }
}
