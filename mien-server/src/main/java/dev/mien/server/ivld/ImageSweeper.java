package dev.mien.server.ivld;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.CustomPersons;
import dev.mien.media.MediaId;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes pictures that no custom person has: of a creation that was cut off before the database
 * knew of it, of a deletion that was cut off after, and of persons and faces that were removed
 * through another API. Looks when the server starts, before it serves anybody, and from time to
 * time.
 */
public final class ImageSweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImageSweeper.class);

  /** Items that are asked for at once. */
  static final int SLICE = 500;

  /** While the server runs, a younger picture may be one whose person is just being written. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final CustomPersons persons;
  private final MediaStore store;
  private final Supplier<? extends Collection<AccountId>> accounts;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("mien-image-sweeper").daemon().factory());

  private @Nullable ScheduledFuture<?> looks;

  private ImageSweeper(
      CustomPersons persons,
      MediaStore store,
      Supplier<? extends Collection<AccountId>> accounts,
      Clock clock) {
    this.persons = persons;
    this.store = store;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Removes what is left over, and goes on looking.
   *
   * @param accounts all accounts there are
   */
  public static ImageSweeper start(
      CustomPersons persons,
      MediaStore store,
      Supplier<? extends Collection<AccountId>> accounts,
      Duration interval,
      Clock clock) {
    ImageSweeper sweeper = new ImageSweeper(persons, store, accounts, clock);
    sweeper.sweep(clock.instant());
    long millis = interval.toMillis();
    sweeper.looks =
        sweeper.thread.scheduleWithFixedDelay(sweeper::look, millis, millis, TimeUnit.MILLISECONDS);
    return sweeper;
  }

  private void look() {
    try {
      sweep(clock.instant().minus(GRACE));
    } catch (RuntimeException e) {
      LOG.error("Pictures could not be cleared up; the next try is due later", e);
    }
  }

  /** Removes pictures that nobody has and that came by a time. */
  void sweep(Instant newest) {
    for (AccountId account : accounts.get()) {
      Optional<MediaId> after = Optional.empty();
      List<MediaItem> slice;
      do {
        slice = store.items(account, Portrait.LABEL, after, SLICE);
        for (MediaItem item : slice) {
          if (!item.createdAt().isAfter(newest) && !persons.knowsMedia(account, item.id().text())) {
            store.delete(account, item.id());
            LOG.info("Removed a picture of account {} that no custom person has", account);
          }
          after = Optional.of(item.id());
        }
      } while (slice.size() == SLICE);
    }
  }

  @Override
  public void close() {
    ScheduledFuture<?> running = looks;
    if (running != null) {
      running.cancel(false);
    }
    thread.close();
  }
}
