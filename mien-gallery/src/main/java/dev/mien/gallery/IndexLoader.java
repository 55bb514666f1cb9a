package dev.mien.gallery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Builds the search index of an account: several threads read the account's parts and make rows of
 * them, and one puts them in, in the order of the parts.
 */
final class IndexLoader {
  /** More would fight for the store's connections. */
  private static final int READERS_MAX = 4;

  /** Parts that are read or wait to be put in, for each reader: a bound on the memory. */
  private static final int PARTS_PER_READER = 2;

  private final AccountIndex index;
  private final LoadProgress progress;

  IndexLoader(AccountIndex index, LoadProgress progress) {
    this.index = index;
    this.progress = progress;
  }

  /** Reads an account while nobody writes to it. */
  void load(GalleryStore store, AccountId account) {
    store.groupsBeingDeleted(account).forEach(index::markDeletion);
    List<ReplayPart> parts = store.replay(account);
    int readers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, READERS_MAX);
    Deque<Future<PreparedPart>> reading = new ArrayDeque<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            readers, Thread.ofPlatform().name("mien-load-", 1).daemon().factory())) {
      try {
        for (ReplayPart part : parts) {
          reading.add(threads.submit(() -> prepare(part)));
          if (reading.size() == readers * PARTS_PER_READER) {
            putIn(reading.remove());
          }
        }
        while (!reading.isEmpty()) {
          putIn(reading.remove());
        }
      } finally {
        reading.forEach(part -> part.cancel(false)); // after a failure nobody wants the rest
      }
    }
  }

  private PreparedPart prepare(ReplayPart part) {
    PreparedPart prepared =
        progress.measured(LoadProgress.Phase.READING, () -> PreparedPart.read(part));
    progress.measured(LoadProgress.Phase.ENCODING, prepared::encode);
    return prepared;
  }

  private void putIn(Future<PreparedPart> reading) {
    PreparedPart part = part(reading);
    progress.measured(LoadProgress.Phase.PUTTING_IN, () -> index.add(part));
    progress.faces(part.faceCount());
  }

  private static PreparedPart part(Future<PreparedPart> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while the search index was loaded", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new StoreException("The search index cannot be loaded", e);
      }
    }
  }
}
