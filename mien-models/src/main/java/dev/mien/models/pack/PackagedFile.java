package dev.mien.models.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of an npm package and what it must be.
 *
 * @param packageName of the package
 * @param path inside the package
 * @param sha256 of its bytes, lower-case hexadecimal
 */
record PackagedFile(String packageName, String path, String sha256) {
  PackagedFile {
    Objects.requireNonNull(packageName, "packageName is null");
    Objects.requireNonNull(path, "path is null");
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new PackBuildException("'" + sha256 + "' is no SHA-256 (of " + path + ")");
    }
  }

  /**
   * Finds the file and checks its bytes.
   *
   * @throws PackBuildException if it is missing or is not the file that the catalogue means
   */
  Path locate(NpmPackages packages) throws IOException {
    Path file = packages.file(packageName, path);
    String actual;
    try {
      actual = Sha256.of(file);
    } catch (NoSuchFileException e) {
      throw new PackBuildException("package " + packageName + " has no file '" + path + "'", e);
    }
    if (!actual.equals(sha256)) {
      throw new PackBuildException(
          "%s of package %s has %d bytes and the SHA-256 %s, but the catalogue says %s: it is damaged or another version"
              .formatted(path, packageName, Files.size(file), actual, sha256));
    }
    return file;
  }
}
