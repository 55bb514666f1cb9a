package dev.mien.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The npm packages that the default pack is made of, and the runtime that they are written for,
 * pinned by the lock file beside this class. They are only needed to compare with, and installed on
 * request.
 */
final class NodePackages {
  /** Enough for 200 MB over a slow line; after that something hangs. */
  private static final long TIMEOUT_MINUTES = 60;

  private static final String LOCK = "package-lock.json";

  /** The program that measures them. */
  static final String SCRIPT = "measure.js";

  private static final List<String> FILES =
      List.of("package.json", ".npmrc", "nothing/package.json", SCRIPT, LOCK);

  private NodePackages() {}

  /**
   * Installs the packages in a folder unless they are there.
   *
   * @throws BenchException if there is no npm, or it fails
   */
  static void install(Path folder) throws BenchException, InterruptedException {
    try {
      Path stamp = folder.resolve("installed-lock.json");
      boolean installed = isSame(stamp, LOCK);
      for (String name : FILES) {
        copy(name, folder.resolve(name));
      }
      if (!installed) {
        npm(folder);
        copy(LOCK, stamp);
      }
    } catch (IOException e) {
      throw new BenchException("the npm packages cannot be installed in " + folder, e);
    }
  }

  private static boolean isSame(Path file, String resource) throws IOException {
    try (InputStream source = open(resource)) {
      return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), source.readAllBytes());
    }
  }

  private static void copy(String resource, Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent(), "inside a folder"));
    try (InputStream source = open(resource)) {
      Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(
        NodePackages.class.getResourceAsStream("node/" + resource), resource);
  }

  private static void npm(Path folder) throws IOException, BenchException, InterruptedException {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("win");
    List<String> command = new ArrayList<>(List.of(windows ? "npm.cmd" : "npm", "ci"));
    command.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
    command.add("--loglevel=error");
    Process process;
    try {
      process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    } catch (IOException e) {
      throw new BenchException("npm cannot be started; it comes with Node.js", e);
    }
    try {
      if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        throw new BenchException("npm ci took longer than " + TIMEOUT_MINUTES + " minutes");
      }
    } finally {
      process.destroy();
    }
    if (process.exitValue() != 0) {
      throw new BenchException("npm ci failed with exit status " + process.exitValue());
    }
  }
}
