package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.DataSet;
import dev.mien.evaluate.run.Console;
import dev.mien.evaluate.run.Crew;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that all measurements have. */
final class CommonOptions {
  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "What paths of pictures are relative to (default: the label file's folder).")
  private @Nullable Path root;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report and the plots go (default: ./evaluation).")
  private Path out = Path.of("evaluation");

  @Option(
      names = "--model-pack",
      paramLabel = "DIR",
      description = "Directory with a model pack (default: the one that comes with Mien).")
  private @Nullable Path modelPack;

  @Option(
      names = "--model-version",
      paramLabel = "VERSION",
      description = "Model version of the faces (default: 3.0).")
  private String modelVersion = "3.0";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Pictures that are worked on at once (default: one for each core).")
  private @Nullable Integer threads;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Measure only the first so many rows of the label file.")
  private @Nullable Integer limit;

  @Option(
      names = "--remark",
      paramLabel = "TEXT",
      description =
          "What readers of the report should know of the data, such as what was fitted to it.")
  private String remark = "";

  Path out() {
    return out;
  }

  String modelVersion() {
    return modelVersion;
  }

  /** Reads a label file, as much of it as is wanted. */
  Table table(Path file, String... required) throws EvaluationException {
    Table table = Table.read(file, required);
    return limit == null ? table : table.first(positive("--limit", limit));
  }

  /** Opens the pipeline for the pictures of a label file. */
  Pipeline pipeline(Path labels) throws EvaluationException {
    return pipeline(labels, Optional.empty());
  }

  /** The same with another pack than the one that is asked for. */
  Pipeline pipeline(Path labels, Optional<Path> otherPack) throws EvaluationException {
    Path folder = root;
    if (folder == null) {
      folder = requireNonNull(labels.toAbsolutePath().getParent(), "a file has a folder");
    }
    Crew crew = threads == null ? Crew.ofAllCores() : new Crew(positive("--threads", threads));
    return Pipeline.open(
        otherPack.or(() -> Optional.ofNullable(modelPack)), folder, crew, console());
  }

  /** The data of a label file for its report. */
  DataSet data(Path labels) {
    return new DataSet(dataName(labels), remark);
  }

  /** Several label files, by what reports call them. */
  DataSet data(List<String> names) {
    return new DataSet(String.join(", ", names), remark);
  }

  /** What reports call the data of a label file: the file with its folder. */
  static String dataName(Path labels) {
    Path absolute = labels.toAbsolutePath().normalize();
    int names = absolute.getNameCount();
    return absolute.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/');
  }

  /** Standard error; redrawn where it is a terminal, as far as Java can tell. */
  @SuppressWarnings("SystemConsoleNull") // it is null without a terminal, on JDK 25 too
  Console console() {
    java.io.@Nullable Console terminal = System.console();
    return new Console(
        requireNonNull(spec, "spec is null").commandLine().getErr(),
        terminal != null && terminal.isTerminal());
  }

  /** A share as it is told; what the data cannot tell is not a number. */
  static String percent(double share) {
    return Double.isNaN(share) ? "unknown" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** Tells where a report is. */
  void say(String line) {
    var writer = requireNonNull(spec, "spec is null").commandLine().getOut();
    writer.println(line);
    writer.flush();
  }

  /** A misuse of the command. */
  ParameterException misuse(String message) {
    return new ParameterException(requireNonNull(spec, "spec is null").commandLine(), message);
  }

  /** The value, unless it is below 1. */
  int positive(String option, int value) {
    if (value < 1) {
      throw misuse(option + " must be at least 1: " + value);
    }
    return value;
  }
}
