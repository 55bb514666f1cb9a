package dev.mien.gallery;

import dev.mien.gallery.index.Hit;
import dev.mien.gallery.index.IndexResources;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account's place in memory: who may write, and the search index.
 *
 * <p>Two locks, taken in this order, with the store's own locks between or below them: {@code
 * writes} is held by a write from its first check to its end, so that what it has checked still
 * holds; {@code access} is held, shared, while the index is asked, and, alone, while it is changed.
 * Neither is held while a search runs, but for its beginning and its end. So a search and a write
 * never wait for each other for longer than that takes.
 */
final class AccountState implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccountState.class);

  /** Work that may break a rule. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws GalleryException;
  }

  private final AccountId account;
  private final GalleryStore store;
  private final IndexResources resources;
  private final ReentrantLock writes = new ReentrantLock();
  private final PersonClaims claims = new PersonClaims();
  private final ReentrantReadWriteLock access = new ReentrantReadWriteLock();

  /** Guarded by {@code access}; null before the first use and when it may differ from the store. */
  private @Nullable AccountIndex index;

  AccountState(AccountId account, GalleryStore store, IndexResources resources) {
    this.account = account;
    this.store = store;
    this.resources = resources;
  }

  /** Runs work while nobody else writes to the account. */
  <T> T whileNobodyWrites(Work<T> work) throws GalleryException {
    writes.lock();
    try {
      return work.run();
    } finally {
      writes.unlock();
    }
  }

  /** Changes a person while nobody else writes; refused if somebody else is about to change it. */
  <T> T changing(PersonId person, PersonClaims.Purpose purpose, Work<T> work)
      throws GalleryException {
    return claims.holding(person, purpose, () -> whileNobodyWrites(work));
  }

  /** Like {@link #changing(PersonId, PersonClaims.Purpose, Work)}, for everything but new faces. */
  <T> T changing(PersonId person, Work<T> work) throws GalleryException {
    return changing(person, PersonClaims.Purpose.OTHER, work);
  }

  /** Asks the index, which is built first if it must be. */
  <T> T ask(Function<AccountIndex, T> question) {
    while (true) {
      access.readLock().lock();
      try {
        if (index != null) {
          return question.apply(index);
        }
      } finally {
        access.readLock().unlock();
      }
      load();
    }
  }

  /**
   * What is asked in the state of the index that a search begins in.
   *
   * @param answer to a question
   * @param search closed by {@link AccountState}
   */
  record Begun<T>(T answer, BegunSearch search) {}

  /**
   * What was asked and found in one state of the index.
   *
   * @param found for each part of the search; no parts if nobody can be compared with the probe
   */
  record Searched<T>(T answer, List<List<AccountIndex.Found>> found) {}

  /**
   * Searches the index. Only the beginning and the end hold the lock, so writes do not wait for the
   * search, nor other questions behind them. Where somebody who was found is removed meanwhile, all
   * is asked again while nobody writes.
   */
  <T> Searched<T> search(Function<AccountIndex, Begun<T>> beginning) {
    Optional<Searched<T>> searched = trySearch(beginning);
    if (searched.isPresent()) {
      return searched.get();
    }
    writes.lock();
    try {
      return trySearch(beginning)
          .orElseThrow(() -> new IllegalStateException("the gallery is being closed"));
    } finally {
      writes.unlock();
    }
  }

  private <T> Optional<Searched<T>> trySearch(Function<AccountIndex, Begun<T>> beginning) {
    Begun<T> begun = ask(beginning);
    List<List<Hit>> hits;
    try (BegunSearch search = begun.search()) {
      hits = search.run();
    }
    return ask(index -> index.found(begun.search(), hits))
        .map(found -> new Searched<>(begun.answer(), found));
  }

  /** The faces, or persons, of groups that are most similar to a probe. */
  List<AccountIndex.Found> search(
      GroupRows.Kind kind, Collection<GroupId> groups, Template probe, int max) {
    List<List<AccountIndex.Found>> found =
        search(
                index ->
                    new Begun<>(groups, new BegunSearch(index, kind, List.of(groups), probe, max)))
            .found();
    return found.isEmpty() ? List.of() : found.getFirst();
  }

  /** Builds the index from the store if there is none. */
  void load() {
    load(new LoadProgress());
  }

  /** Builds the index from the store if there is none, and says how far it is. */
  void load(LoadProgress progress) {
    writes.lock();
    try {
      access.writeLock().lock();
      try {
        if (index == null) {
          index = AccountIndex.load(store, account, resources, progress);
        }
      } finally {
        access.writeLock().unlock();
      }
    } finally {
      writes.unlock();
    }
  }

  /**
   * Makes changes in the store and lets the index follow. Only within {@link #whileNobodyWrites}.
   */
  void commit(List<Change> changes) {
    if (!writes.isHeldByCurrentThread()) {
      throw new IllegalStateException("changes are committed only while nobody else writes");
    }
    try {
      store.apply(account, changes);
    } catch (StoreException e) {
      if (e.isOutcomeUnknown()) {
        close();
      }
      throw e;
    }
    access.writeLock().lock();
    try {
      if (index != null) {
        changes.forEach(index::apply);
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      // The write is safe in the store, so it counts; the next use builds the index anew.
      LOG.error("The search index of account {} could not follow the store", account, e);
      close();
    } finally {
      access.writeLock().unlock();
    }
  }

  /**
   * Changes what the index holds in readiness, which no question can tell. Only within {@link
   * #whileNobodyWrites}.
   */
  void adjust(Consumer<AccountIndex> adjustment) {
    access.writeLock().lock();
    try {
      if (index != null) {
        adjustment.accept(index);
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    } finally {
      access.writeLock().unlock();
    }
  }

  /** Frees the index; the next use would build it anew. */
  @Override
  public void close() {
    access.writeLock().lock();
    try {
      if (index != null) {
        index.close();
        index = null;
      }
    } finally {
      access.writeLock().unlock();
    }
  }
}
