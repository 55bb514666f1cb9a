package dev.mien.server.video;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which videos lie while they are looked at: decoders read files. What a process that
 * was killed has left there goes at the next start. Thread-safe.
 */
final class IncomingVideos {
  private static final Logger LOG = LoggerFactory.getLogger(IncomingVideos.class);

  private final Path folder;

  /** Uses a folder that nobody else uses, and empties it. */
  IncomingVideos(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder, OwnerOnly.directory());
      try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder)) {
        for (Path leftover : leftovers) {
          Files.deleteIfExists(leftover);
        }
      }
    } catch (IOException e) {
      throw new StoreException("The folder for videos cannot be used: " + e, e);
    }
  }

  /** A new file, there until it is closed. */
  Incoming create() {
    try {
      return new Incoming(Files.createTempFile(folder, "video-", "", OwnerOnly.file()));
    } catch (IOException e) {
      throw new StoreException("The folder for videos cannot be used: " + e, e);
    }
  }

  /** A file that goes when it is closed. */
  record Incoming(Path path) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        LOG.error("A video could not be deleted; the next start will try again", e);
      }
    }
  }
}
