package dev.mien.vision.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A manifest (pack.yaml) and the files it names. Immutable and thread-safe; file contents are not
 * kept.
 */
public final class ModelPack {

  private static final String MANIFEST = "pack.yaml";
  private static final String BUNDLED = "dev/mien/models/default-pack";

  /** A manifest is a few kilobytes. */
  private static final int MAX_MANIFEST_BYTES = 1 << 20;

  /** Far above the nets of this pipeline; below what an array holds. */
  private static final int MAX_FILE_BYTES = 1 << 30;

  private final PackFiles files;
  private final Manifest manifest;
  private final InputWatcher inputWatcher;

  private ModelPack(PackFiles files, Manifest manifest, InputWatcher inputWatcher) {
    this.files = files;
    this.manifest = manifest;
    this.inputWatcher = inputWatcher;
  }

  /**
   * The pack that the mien-models artifact carries on the class path.
   *
   * @throws ModelPackException when it is absent or its manifest is unusable
   */
  public static ModelPack bundled() throws ModelPackException {
    return of(new PackFiles.ClassPath(BUNDLED));
  }

  /**
   * The pack in a directory.
   *
   * @throws ModelPackException when pack.yaml is absent or unusable
   */
  public static ModelPack ofDirectory(Path directory) throws ModelPackException {
    return of(new PackFiles.Directory(directory));
  }

  private static ModelPack of(PackFiles files) throws ModelPackException {
    Manifest manifest = ManifestReader.read(readAll(files, MANIFEST, MAX_MANIFEST_BYTES));
    return new ModelPack(files, manifest, InputWatcher.NONE);
  }

  /** The same pack, whose nets show their inputs. */
  public ModelPack watchedBy(InputWatcher watcher) {
    return new ModelPack(files, manifest, watcher);
  }

  InputWatcher inputWatcher() {
    return inputWatcher;
  }

  /** The pack's own name. */
  public String id() {
    return manifest.id();
  }

  /** What pack.yaml says. */
  public Manifest manifest() {
    return manifest;
  }

  /**
   * The bytes of a file.
   *
   * @throws ModelPackException when it is absent, or its SHA-256 is not the manifest's
   */
  public byte[] read(FileReference file) throws ModelPackException {
    byte[] bytes = readAll(files, file.name(), MAX_FILE_BYTES);
    String found = sha256(bytes);
    if (!found.equals(file.sha256())) {
      throw new ModelPackException(
          "%s in %s was altered or is another version: expected SHA-256 %s, found %s"
              .formatted(file.name(), files.description(), file.sha256(), found));
    }
    return bytes;
  }

  private static byte[] readAll(PackFiles files, String name, int maxBytes)
      throws ModelPackException {
    try (InputStream stream = files.open(name)) {
      if (stream == null) {
        throw new ModelPackException("there is no " + name + " in " + files.description());
      }
      byte[] bytes = stream.readNBytes(maxBytes);
      if (stream.read() >= 0) {
        throw new ModelPackException(name + " is longer than " + maxBytes + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new ModelPackException(
          name + " in " + files.description() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
