package dev.mien.models;

import dev.mien.models.convert.ConversionException;
import dev.mien.models.pack.PackBuild;
import dev.mien.models.pack.PackBuildException;
import dev.mien.models.tfjs.ModelFormatException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The program that the build of this module runs after compiling: {@code BuildPack <module folder>
 * <target folder>}.
 */
public final class BuildPack {
  private BuildPack() {}

  /**
   * Builds the pack and ends with status 0, or says in one line why not and ends with status 1.
   *
   * @param arguments the module's folder and the folder for everything that is built
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: BuildPack <module folder> <target folder>");
      System.exit(2);
    }
    Path module = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    try {
      new PackBuild(
              module.resolve("npm"),
              module.resolve("src/main/pack"),
              target.resolve("classes/dev/mien/models"),
              target,
              System.out::println)
          .run();
    } catch (PackBuildException | ConversionException | ModelFormatException | IOException e) {
      System.err.println(e instanceof IOException ? e.toString() : e.getMessage());
      System.exit(1);
    }
  }
}
