package dev.mien.evaluate.run;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.Failure;
import dev.mien.evaluate.report.Failures;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.EngineOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.InferenceException;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The server's pipeline over many pictures. Each picture goes through it once, on one of the crew's
 * threads. To be closed; used by one thread at a time.
 */
public final class Pipeline implements AutoCloseable {
  private static final DetectOptions LARGEST =
      new DetectOptions(1, DetectOptions.RECOGNISABLE_FACE_SIZE, false);

  private static final String PICTURES = "pictures";

  private static final Result<Object> NO_FACE =
      new Result.Failed<>(
          "no face of at least %d pixels".formatted(DetectOptions.RECOGNISABLE_FACE_SIZE));

  private final ModelPack pack;
  private final FaceEngine engine;
  private final Pictures pictures;
  private final Crew crew;
  private final Console console;

  private Pipeline(
      ModelPack pack, FaceEngine engine, Pictures pictures, Crew crew, Console console) {
    this.pack = pack;
    this.engine = engine;
    this.pictures = pictures;
    this.crew = crew;
    this.console = console;
  }

  /**
   * Opens the nets of a pack.
   *
   * @param directory the pack; none for the one that comes with Mien
   * @param root what the paths of label files are relative to
   * @throws EvaluationException when the pack is unusable
   */
  public static Pipeline open(Optional<Path> directory, Path root, Crew crew, Console console)
      throws EvaluationException {
    try {
      ModelPack pack =
          directory.isPresent() ? ModelPack.ofDirectory(directory.get()) : ModelPack.bundled();
      return new Pipeline(
          pack, FaceEngine.open(pack, EngineOptions.DEFAULTS), new Pictures(root), crew, console);
    } catch (ModelPackException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The nets. */
  public FaceEngine engine() {
    return engine;
  }

  /** Where the nets are from. */
  public ModelPack pack() {
    return pack;
  }

  /** The pack's own name. */
  public String packId() {
    return pack.id();
  }

  /** The threads that share the work. */
  public Crew crew() {
    return crew;
  }

  /**
   * Does something with the largest face of each picture, as the server's recognition takes it.
   *
   * @param paths may name a picture more than once; it goes through once
   * @param work may be called by several threads at once
   */
  public <T> Batch<T> largestFaces(List<String> paths, BiFunction<Image, Face, T> work)
      throws EvaluationException {
    return largestFaces(PICTURES, paths, work);
  }

  /**
   * The same.
   *
   * @param what the progress calls them
   */
  public <T> Batch<T> largestFaces(String what, List<String> paths, BiFunction<Image, Face, T> work)
      throws EvaluationException {
    return run(
        what,
        paths,
        image -> {
          List<Face> faces = engine.detect(image, LARGEST);
          if (faces.isEmpty()) {
            return noFace();
          }
          return new Result.Done<>(work.apply(image, faces.getFirst()));
        });
  }

  /** The embeddings of the largest face of each picture. */
  public Batch<Embedding> embeddings(List<String> paths, String modelVersion)
      throws EvaluationException {
    return largestFaces(paths, (image, face) -> engine.embed(image, face, modelVersion));
  }

  /** Does something with each picture. */
  public <T> Batch<T> pictures(List<String> paths, Function<Image, T> work)
      throws EvaluationException {
    return run(PICTURES, paths, image -> new Result.Done<>(work.apply(image)));
  }

  @SuppressWarnings("unchecked") // a failure has no value of any type
  private static <T> Result<T> noFace() {
    return (Result<T>) NO_FACE;
  }

  private <T> Batch<T> run(String what, List<String> paths, Function<Image, Result<T>> work)
      throws EvaluationException {
    Set<String> distinct = new LinkedHashSet<>(paths);
    List<String> order = List.copyOf(distinct);
    AtomicReferenceArray<@Nullable Result<T>> results = new AtomicReferenceArray<>(order.size());
    Progress progress = console.progress(what, order.size());
    crew.forEach(
        order.size(),
        i -> {
          Result<T> result = one(order.get(i), work);
          results.set(i, result);
          progress.step(result instanceof Result.Done<T>);
        });
    Map<String, T> values = new LinkedHashMap<>();
    List<Failure> failures = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      switch (results.get(i)) {
        case Result.Done<T> done -> values.put(order.get(i), done.value());
        case Result.Failed<T> failed -> failures.add(new Failure(order.get(i), failed.reason()));
        case null -> throw new IllegalStateException("picture " + i + " was left out");
      }
    }
    return new Batch<>(values, Failures.of(order.size(), failures));
  }

  private <T> Result<T> one(String path, Function<Image, Result<T>> work) {
    return switch (pictures.read(path)) {
      case Result.Failed<Image> failed -> new Result.Failed<>(failed.reason());
      case Result.Done<Image> read -> {
        try {
          yield work.apply(read.value());
        } catch (InferenceException e) {
          yield new Result.Failed<>("a net failed");
        }
      }
    };
  }

  /** Frees the nets. */
  @Override
  public void close() {
    engine.close();
  }
}
