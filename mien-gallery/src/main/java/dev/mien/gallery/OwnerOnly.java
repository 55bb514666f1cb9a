package dev.mien.gallery;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions of files that nobody but their owner may read, where the file system knows such. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** For a new file. */
  public static FileAttribute<?>[] file() {
    return attributes("rw-------");
  }

  /** For a new directory. */
  public static FileAttribute<?>[] directory() {
    return attributes("rwx------");
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
