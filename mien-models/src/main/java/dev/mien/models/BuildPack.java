package dev.mien.models;

import dev.mien.models.convert.ConversionException;
import dev.mien.models.pack.PackBuild;
import dev.mien.models.pack.PackBuildException;
import dev.mien.models.tfjs.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program that the build of this module runs after compiling: {@code BuildPack <module folder>
 * <target folder>}.
 */
public final class BuildPack {
  /** Ends a run that has left its reason in {@link #FAILURE_FILE}. */
  private static final int EXPLAINED_FAILURE = 3;

  /** Lies in the target folder exactly when the last run failed, and says why in one line. */
  private static final String FAILURE_FILE = "pack-failure.txt";

  private BuildPack() {}

  /**
   * Builds the pack and ends with status 0, or leaves the reason in pack-failure.txt and ends with
   * status 3.
   *
   * @param arguments the module's folder and the folder for everything that is built
   * @throws IOException if not even the reason can be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: BuildPack <module folder> <target folder>");
    }
    Path module = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path failure = target.resolve(FAILURE_FILE);
    Files.deleteIfExists(failure);
    try {
      new PackBuild(
              module.resolve("npm"),
              module.resolve("src/main/pack"),
              target.resolve("classes/dev/mien/models"),
              target,
              System.out::println)
          .run();
    } catch (PackBuildException | ConversionException | ModelFormatException e) {
      Files.writeString(failure, e.getMessage());
      System.exit(EXPLAINED_FAILURE);
    }
  }
}
