package dev.mien.training;

import dev.mien.vision.EngineOptions;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.attribute.FeatureNets;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the heads: {@code TrainHeads FACES CACHE PACK [HEAD ...]} with the folder of the labelled
 * sets, a folder to keep features in (they take an hour to compute), the folder of pack.yaml to
 * write head files to, and the heads to train (all when none is named). Says for each head how good
 * it is by cross-validation.
 */
public final class TrainHeads {

  private static final Logger LOG = LoggerFactory.getLogger(TrainHeads.class);

  private static final List<String> SETS =
      List.of("attributes", "hats", "masks", "mtfl", "utkface");

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
    List<View> views = views(faces, labels, new FeatureCache(Path.of(arguments[1])));
    for (Task task : new Tasks(labels).all()) {
      if (chosen.isEmpty() || chosen.contains(task.role().fileName())) {
        HeadTraining.Result result = new HeadTraining(task, views).run();
        LOG.info("{}: {}", task.role().fileName(), result.figures());
        HeadWriter.write(pack, task.role(), task.blocks(), result.sums(), result.figures());
      }
    }
  }

  private static List<View> views(Path faces, Labels labels, FeatureCache cache)
      throws IOException, ModelPackException {
    List<View> views = new ArrayList<>();
    List<String> missing =
        Stream.concat(SETS.stream(), Stream.of(DrawnFaces.SET))
            .filter(set -> !cache.has(set))
            .toList();
    if (!missing.isEmpty()) {
      ModelPack pack = ModelPack.bundled();
      try (FaceEngine engine = FaceEngine.open(pack, EngineOptions.DEFAULTS);
          FeatureNets nets = FeatureNets.open(pack, 1)) {
        Extraction extraction = new Extraction(faces, labels, engine, nets);
        for (String set : missing) {
          cache.write(set, set.equals(DrawnFaces.SET) ? extraction.drawn() : extraction.set(set));
        }
      }
    }
    for (String set : SETS) {
      views.addAll(cache.read(set));
    }
    views.addAll(cache.read(DrawnFaces.SET));
    return views;
  }
}
