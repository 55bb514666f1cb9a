package dev.mien.gallery.store;

import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The write-ahead log of a database, as one who wants to know whether all of it is there. SQLite
 * takes the log of a process that did not end by itself as far as it is sound, and says nothing if
 * that is less than was committed: whoever has lost half of the log would lose acknowledged writes
 * without a word. So a {@linkplain CommitMark mark} beside it says how much was committed, and is
 * compared with it before SQLite opens it.
 *
 * <p>Not thread-safe: it belongs to whoever writes.
 */
public final class WriteAheadLog {
  private static final Logger LOG = LoggerFactory.getLogger(WriteAheadLog.class);

  private static final String SUFFIX = "-wal";

  private final Path database;
  private final LogReader reader = new LogReader();
  private Optional<CommitMark> marked = Optional.empty();
  private boolean failed;

  private WriteAheadLog(Path database) {
    this.database = database;
  }

  /**
   * Begins to watch the log of a database, which nobody has open yet.
   *
   * @throws StoreException if fewer sound frames are there than were committed; the message says
   *     what to do
   * @throws IOException if the log cannot be read, or a mark not be removed
   */
  public static WriteAheadLog open(Path database) throws IOException {
    WriteAheadLog log = new WriteAheadLog(database);
    Optional<CommitMark> mark = CommitMark.read(database);
    if (mark.isPresent()) {
      log.requireWhole(mark.get());
      Files.deleteIfExists(CommitMark.file(database)); // SQLite may fold the log from now on
    }
    return log;
  }

  private void requireWhole(CommitMark mark) throws IOException {
    if (mark.frames() == 0) {
      return;
    }
    Path file = database.resolveSibling(database.getFileName() + SUFFIX);
    LogReader all = new LogReader();
    if (Files.exists(file)) {
      read(file, all);
    }
    Optional<CommitMark> found = all.mark();
    if (found.isPresent() && isLater(found.get().salts(), mark.salts())) {
      return; // all that the mark speaks of went into the database before that log was begun
    }
    long there =
        found.filter(log -> log.salts() == mark.salts()).map(CommitMark::frames).orElse(0L);
    if (there < mark.frames()) {
      throw new StoreException(
          ("%s is damaged: of %d parts that were committed, %d are there. Put the file back, or"
               + " restore a backup. (To go on without what was written last, remove it and %s.)")
              .formatted(file, mark.frames(), there, CommitMark.file(database)),
          StoreFault.DAMAGED);
    }
  }

  /** The first of the two salts grows by one whenever a log is begun anew. */
  private static boolean isLater(long salts, long others) {
    return (int) (salts >>> Integer.SIZE) - (int) (others >>> Integer.SIZE) > 0;
  }

  private static void read(Path file, LogReader reader) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      reader.readOn(channel);
    }
  }

  /**
   * Marks what was committed, after a commit. A mark that cannot be written is no failure of the
   * commit: the one that is there says too little then, and is still right.
   */
  public void committed() {
    try {
      read(database.resolveSibling(database.getFileName() + SUFFIX), reader);
      Optional<CommitMark> mark = reader.mark();
      if (mark.isPresent() && !mark.equals(marked)) {
        mark.get().write(database);
        marked = mark;
      }
    } catch (IOException e) {
      if (!failed) {
        LOG.warn("The commits of {} are not marked for now: {}", database, e.toString());
        failed = true; // said once
      }
    }
  }

  /**
   * Removes the mark, before the last connection is closed, which folds the log into the database
   * and removes it. Where no file can be removed, the log stays as well, and they agree.
   */
  public void forget() {
    try {
      Files.deleteIfExists(CommitMark.file(database));
    } catch (IOException e) {
      LOG.warn("The mark of the log of {} stays: {}", database, e.toString());
    }
    marked = Optional.empty();
  }
}
