package dev.mien.server.cli;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.command.CalibrateCommand;
import dev.mien.evaluate.command.EvaluateCommand;
import dev.mien.server.assembly.StartException;
import dev.mien.server.backup.BackupException;
import dev.mien.server.bench.BenchException;
import dev.mien.server.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program's root command. */
@Command(
    name = "mien",
    description = "A self-hosted face recognition server for clients of Tencent Cloud's face APIs.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT, // every command has --help
    versionProvider = MienCommand.Version.class,
    subcommands = {
      ServeCommand.class,
      KeysCommand.class,
      MediaFilesCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      EvaluateCommand.class,
      CalibrateCommand.class,
      VideoCommand.class,
      BenchCommand.class
    })
public final class MienCommand implements Runnable {
  /** Something went wrong. */
  static final int EXIT_FAILED = 1;

  /** What was asked for makes no sense. */
  static final int EXIT_USAGE = 2;

  @Spec private @Nullable CommandSpec spec;

  /** Runs what the arguments say and returns the exit code: 0, 1 for a failure, 2 for a misuse. */
  public static int run(String... arguments) {
    CommandLine commandLine = new CommandLine(new MienCommand());
    commandLine.setExecutionExceptionHandler((problem, command, _) -> report(problem, command));
    return commandLine.execute(arguments);
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "Say what to do: serve, keys, media, backup, restore, evaluate, calibrate, video or"
              + " bench.");
    }
  }

  private static int report(Exception problem, CommandLine command) {
    return switch (problem) {
      case ConfigException e -> {
        command.getErr().println("mien: " + e.getMessage());
        yield EXIT_USAGE;
      }
      case StartException e -> {
        command.getErr().println("mien: " + e.getMessage());
        yield EXIT_FAILED;
      }
      case BenchException e -> {
        command.getErr().println("mien: " + e.getMessage());
        yield EXIT_FAILED;
      }
      case BackupException e -> {
        command.getErr().println("mien: " + e.getMessage());
        yield EXIT_FAILED;
      }
      case EvaluationException e -> {
        command.getErr().println("mien: " + e.getMessage());
        yield EXIT_FAILED;
      }
      default -> {
        LoggerFactory.getLogger(MienCommand.class).error("The command failed", problem);
        command.getErr().println("mien: an unexpected failure; the log above has details");
        yield EXIT_FAILED;
      }
    };
  }

  /** Tells the version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = MienCommand.class.getPackage().getImplementationVersion();
      return new String[] {"mien " + (version == null ? "(not packaged)" : version)};
    }
  }
}
