package dev.mien.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a store cannot do its work, as far as somebody can do something about it. */
public enum StoreFault {
  /** The disk, or the share of it that the server may use, is full. */
  NO_SPACE("No space is left on its disk: make room."),
  /** The disk takes no writes: it was mounted so, or became so after an error of its own. */
  READ_ONLY("Its disk is read-only: make it writable, or choose another directory."),
  /** What is on the disk is not what was written. */
  DAMAGED("Restore a backup into a new directory (mien restore), and keep this one."),
  /** Anything else. */
  OTHER("The reason follows.");

  private final String advice;

  StoreFault(String advice) {
    this.advice = advice;
  }

  /** One sentence that says what an operator can do. */
  public String advice() {
    return advice;
  }

  /** ENOSPC, EDQUOT and EFBIG in the words of Linux and macOS: Java hands on nothing but words. */
  private static final List<String> NO_SPACE_WORDS =
      List.of("No space left on device", "Disk quota exceeded", "File too large");

  /** EROFS. */
  private static final String READ_ONLY_WORDS = "Read-only file system";

  /** What a file operation failed of. */
  public static StoreFault of(IOException failure) {
    @Nullable String words =
        failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
    if (words == null) {
      return OTHER;
    }
    if (NO_SPACE_WORDS.stream().anyMatch(words::contains)) {
      return NO_SPACE;
    }
    return words.contains(READ_ONLY_WORDS) ? READ_ONLY : OTHER;
  }

  /** What a call failed of, judged by its nearest cause that tells. */
  public static StoreFault of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case StoreException store -> {
          return store.fault();
        }
        case UncheckedIOException _ -> {}
        case IOException io -> {
          return of(io);
        }
        case ReadOnlyFileSystemException _ -> {
          return READ_ONLY;
        }
        default -> {}
      }
    }
    return OTHER;
  }
}
