package dev.mien.gallery;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on the changes that build an account's index, and says in the log how far it is. */
final class LoadProgress implements Consumer<Change> {
  private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);

  /** A line every second or two. */
  private static final long FACES_PER_LINE = 100_000;

  private final AccountId account;
  private final Consumer<Change> next;
  private final long startNanos = System.nanoTime();
  private long faces;

  LoadProgress(AccountId account, Consumer<Change> next) {
    this.account = account;
    this.next = next;
  }

  @Override
  public void accept(Change change) {
    next.accept(change);
    if (change instanceof Change.FaceAdded && ++faces % FACES_PER_LINE == 0) {
      LOG.info("Search index of account {}: {} faces loaded so far", account, faces);
    }
  }

  /** Says that all is there. */
  void done() {
    LOG.info(
        "Search index of account {}: {} faces loaded in {} ms",
        account,
        faces,
        (System.nanoTime() - startNanos) / 1_000_000);
  }
}
