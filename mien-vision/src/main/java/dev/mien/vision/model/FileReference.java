package dev.mien.vision.model;

import java.util.regex.Pattern;

/**
 * A file of a pack.
 *
 * @param name its name in the pack's folder; no path
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record FileReference(String name, String sha256) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public FileReference {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is not the name of a file beside pack.yaml");
    }
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "'" + sha256 + "' is not a SHA-256 of 64 lower-case digits");
    }
  }
}
