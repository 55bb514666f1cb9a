package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.calibrate.CalibrationFiles;
import dev.mien.evaluate.calibrate.CalibrationReport;
import dev.mien.evaluate.calibrate.CalibrationRun;
import dev.mien.evaluate.calibrate.FaceSet;
import dev.mien.evaluate.calibrate.FaceSets;
import dev.mien.evaluate.calibrate.SliceTolerance;
import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.embed.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Makes the table that scores are read from. */
@Command(
    name = "calibrate",
    description =
        "Makes an embedder's table from similarity to false match rate, which scores are read"
            + " from, of pictures of different people.")
public final class CalibrateCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "CSV",
      description =
          "Pictures: path; optionally identity (without one, all show different people), slice… for"
              + " groups of people for whom the scores must hold too, report… for groups that are"
              + " only reported. May be given several times; all files count alike.")
  private List<Path> labels = new ArrayList<>();

  @Option(
      names = "--pack-of",
      paramLabel = "CSV=DIR",
      description =
          "A model pack of its own for a label file: one whose cohort has none of its people, where"
              + " that of the pack to calibrate has.")
  private Map<Path, Path> packs = new LinkedHashMap<>();

  @Option(
      names = "--slice-tolerance",
      paramLabel = "FACTOR",
      converter = ToleranceConverter.class,
      description =
          "How many times more often than a score says the worst slice may err (default: 3),"
              + " or RATE=FACTOR,... for the scores of some false match rates,"
              + " with factors between them for those in between.")
  private SliceTolerance sliceTolerance = SliceTolerance.of(3);

  @Option(
      names = "--every-version",
      description = "Make the tables of all model versions of the pack in one run.")
  private boolean everyVersion;

  @Override
  public Integer call() throws EvaluationException {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    Map<String, List<FaceSet>> sets = new LinkedHashMap<>();
    Map<String, Failures> failures = new LinkedHashMap<>();
    for (Path file : labels) {
      Table table = common.table(file, "path");
      String name = setName(file);
      try (Pipeline pipeline = common.pipeline(file, Optional.ofNullable(packs.get(file)))) {
        Batch<Map<String, Embedding>> batch =
            embeddings(pipeline, table.rows().stream().map(row -> row.text("path")).toList());
        for (String version : versions(pipeline)) {
          subjects.put(version, subject(pipeline, version));
          sets.computeIfAbsent(version, _ -> new ArrayList<>())
              .add(FaceSets.of(name, table, version, batch));
        }
        failures.merge(CommonOptions.dataName(file), batch.failures(), Failures::and);
      }
    }
    for (String version : sets.keySet()) {
      Subject subject = requireNonNull(subjects.get(version), "has an embedder");
      CalibrationRun run = calibrate(requireNonNull(sets.get(version), "has sets"));
      CalibrationReport report = CalibrationReport.of(subject, sliceTolerance, run, failures);
      common.say("For pack.yaml: " + CalibrationFiles.write(common.out(), run, report));
    }
    return 0;
  }

  private Subject subject(Pipeline pipeline, String version) {
    return Subject.of(
        "calibration",
        common.data(labels.stream().map(CommonOptions::dataName).distinct().toList()),
        pipeline.packId(),
        version,
        pipeline.engine().embedder(version).id());
  }

  private Set<String> versions(Pipeline pipeline) {
    return everyVersion ? pipeline.engine().modelVersions() : Set.of(common.modelVersion());
  }

  /** By model version; nets that several versions share run once. */
  private Batch<Map<String, Embedding>> embeddings(Pipeline pipeline, List<String> paths)
      throws EvaluationException {
    FaceEngine engine = pipeline.engine();
    String version = common.modelVersion();
    return pipeline.largestFaces(
        paths,
        (image, face) ->
            everyVersion
                ? engine.embedAll(image, face)
                : Map.of(version, engine.embed(image, face, version)));
  }

  private CalibrationRun calibrate(List<FaceSet> sets) throws EvaluationException {
    try {
      return CalibrationRun.of(sets, sliceTolerance);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The file's folder. */
  private static String setName(Path file) {
    Path folder = requireNonNull(file.toAbsolutePath().normalize().getParent(), "has a folder");
    Path name = folder.getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  /** Reads a tolerance from the command line. */
  static final class ToleranceConverter implements ITypeConverter<SliceTolerance> {
    @Override
    public SliceTolerance convert(String text) {
      try {
        return SliceTolerance.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
