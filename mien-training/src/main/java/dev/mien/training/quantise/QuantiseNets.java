package dev.mien.training.quantise;

import static java.util.stream.Collectors.joining;

import ai.onnxruntime.OrtException;
import dev.mien.models.onnx.UnreadableModelException;
import dev.mien.models.quantise.Clipping;
import dev.mien.models.quantise.QuantiseOptions;
import dev.mien.models.quantise.QuantiseOptions.InFloat;
import dev.mien.models.quantise.Range;
import dev.mien.models.quantise.RangeFile;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.EngineOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageException;
import dev.mien.vision.image.ImageLimits;
import dev.mien.vision.model.InferenceException;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The program: from a pack whose nets compute in floats to one in which some compute in bytes. The
 * pictures go through the whole engine, so the nets see what they will see in a server; the ranges
 * of their values come from the first part of the pictures, the comparison from others.
 */
@Command(
    name = "QuantiseNets",
    mixinStandardHelpOptions = true,
    description = "Makes a model pack in which some nets compute in bytes.")
public final class QuantiseNets implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(QuantiseNets.class);

  /** One face a picture, down to the size at which the labelled sets have faces. */
  private static final DetectOptions LARGEST = new DetectOptions(1, 20, false);

  @Parameters(index = "0", paramLabel = "PACK", description = "Folder of the pack.")
  private Path pack = Path.of("");

  @Parameters(index = "1", paramLabel = "PICTURES", description = "Folder of pictures with faces.")
  private Path pictures = Path.of("");

  @Parameters(index = "2", paramLabel = "TARGET", description = "Folder for the new pack; empty.")
  private Path target = Path.of("");

  @Parameters(
      index = "3..*",
      arity = "1..*",
      paramLabel = "NET",
      description = "Nets to make anew, by their file names in the pack.")
  private List<String> nets = List.of();

  @Option(
      names = "--floats",
      paramLabel = "NET=FILE",
      description =
          "The net in floats, of one that the pack has in bytes; it is taken as it is, with batch"
              + " norms in its weights.")
  private Map<String, Path> floats = Map.of();

  @Option(
      names = "--ranges",
      paramLabel = "FOLDER",
      description =
          "Write the ranges there as NET.ranges.txt as well: with them the build of mien-models"
              + " makes the same nets.")
  private Optional<Path> ranges = Optional.empty();

  @Option(
      names = "--weight-bits",
      defaultValue = "7",
      description = "8 where processors have VNNI; otherwise 7, which is the default.")
  private int weightBits = 7;

  @Option(
      names = "--clipping",
      defaultValue = "LEAST_ERROR",
      description = "How ranges are chosen (${COMPLETION-CANDIDATES}); default: LEAST_ERROR.")
  private Clipping clipping = Clipping.LEAST_ERROR;

  @Option(
      names = "--in-float",
      split = ",",
      description = "Layers that stay in floats (${COMPLETION-CANDIDATES}); default: none.")
  private Set<InFloat> inFloat = Set.of();

  @Option(
      names = "--count",
      defaultValue = "300",
      description = "Pictures to take the ranges from; default: 300.")
  private int count = 300;

  @Option(
      names = "--compare",
      defaultValue = "50",
      description = "Further pictures to compare the nets on; default: 50.")
  private int compared = 50;

  private final ImageDecoder decoder =
      new ImageDecoder(new ImageLimits(8000, 8000, 16, 64, Duration.ofSeconds(30)));

  private final Map<String, NetJob> jobs = new LinkedHashMap<>();

  /** Runs the program and ends the process. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new QuantiseNets()).execute(arguments));
  }

  @Override
  public Integer call()
      throws IOException, ModelPackException, OrtException, UnreadableModelException {
    QuantisedPack.prepare(target);
    ModelPack watched = ModelPack.ofDirectory(pack).watchedBy(this::look);
    try (FaceEngine engine = FaceEngine.open(watched, EngineOptions.DEFAULTS)) {
      // From here on, and not before: an engine tries its nets out on black.
      for (String net : nets) {
        Path file = floats.getOrDefault(net, pack.resolve(net));
        jobs.put(
            net,
            new NetJob(
                net,
                Files.readAllBytes(file),
                floats.containsKey(net),
                new QuantiseOptions(weightBits, inFloat)));
      }
      List<Path> files = spread(count + compared);
      int middle = Math.min(count, files.size());
      files.subList(0, middle).forEach(file -> show(engine, file));
      Map<String, byte[]> made = new LinkedHashMap<>();
      for (Map.Entry<String, NetJob> job : jobs.entrySet()) {
        Map<String, Range> seen = job.getValue().ranges(clipping);
        made.put(job.getKey(), job.getValue().quantise(seen));
        if (ranges.isPresent()) {
          write(ranges.get(), job.getKey(), seen);
        }
      }
      files.subList(middle, files.size()).forEach(file -> show(engine, file));
      jobs.values().forEach(job -> LOG.info("{}", job.report()));
      new QuantisedPack(pack, made).write(target);
      LOG.info("The pack is in {}", target);
    } finally {
      for (NetJob job : jobs.values()) {
        job.close();
      }
    }
    return 0;
  }

  private void write(Path folder, String net, Map<String, Range> seen) throws IOException {
    String comment =
        """
        Ranges of the values of %1$s by %2$s, over what it sees in %3$d pictures. Made by
        QuantiseNets PACK PICTURES TARGET %1$s --floats %1$s=FILE --ranges FOLDER --clipping %2$s --count %3$d --compare %4$d%5$s
        (docs/evaluate.md).\
        """
            .formatted(
                net,
                clipping,
                count,
                compared,
                inFloat.stream()
                    .map(layers -> " --in-float " + layers)
                    .sorted()
                    .collect(joining()));
    Files.writeString(folder.resolve(net + ".ranges.txt"), RangeFile.write(comment, seen));
  }

  /** So many of the pictures at most, from everywhere in the folder, in a fixed order. */
  private List<Path> spread(int wanted) throws IOException {
    try (Stream<Path> walk = Files.walk(pictures)) {
      List<Path> all =
          walk.filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png)")).sorted().toList();
      int step = Math.max(1, all.size() / wanted);
      // The first half of these would be one end of the folder: begin anew at each offset instead.
      return Stream.iterate(0, offset -> offset < step, offset -> offset + 1)
          .flatMap(
              offset ->
                  Stream.iterate(offset, at -> at < all.size(), at -> at + step).map(all::get))
          .limit(wanted)
          .toList();
    }
  }

  /** Sends a picture through all nets of the engine. */
  private void show(FaceEngine engine, Path file) {
    try {
      Image image = decoder.decode(Files.readAllBytes(file));
      for (Face face : engine.detect(image, LARGEST)) {
        engine.details(image, face);
        engine.embedAll(image, face);
        if (engine.hasAttributes()) {
          engine.attributes(image, face);
        }
        engine.liveness(image, face);
      }
    } catch (IOException | ImageException e) {
      LOG.info("{} is left out: {}", file, e.getMessage());
    }
  }

  private void look(String net, FloatBuffer values) {
    NetJob job = jobs.get(net);
    if (job != null) {
      try {
        job.look(values.duplicate().rewind());
      } catch (OrtException e) {
        throw new InferenceException(net + " failed: " + e.getMessage(), e);
      }
    }
  }
}
