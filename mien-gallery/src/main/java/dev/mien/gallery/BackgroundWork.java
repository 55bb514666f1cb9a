package dev.mien.gallery;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread for what outlasts a request: upgrades of groups, and deletions that were cut off. What
 * there is to do stands in the store, so nothing is lost when the process ends; the thread looks
 * there when it is woken.
 */
final class BackgroundWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

  private final GalleryContext context;
  private final GroupDeleter deleter;
  private final GroupUpgrader upgrader;

  /** Holds one wish to look beside the look that is being taken: further ones would add nothing. */
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          Thread.ofPlatform().name("mien-gallery-work").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private volatile boolean stopping;

  BackgroundWork(GalleryContext context, GroupDeleter deleter, GroupUpgrader upgrader) {
    this.context = context;
    this.deleter = deleter;
    this.upgrader = upgrader;
  }

  /** There may be something to do. */
  void wake() {
    thread.execute(this::look);
  }

  private void look() {
    try {
      context.store.accounts().forEach(this::workOrLeave);
    } catch (StoreException e) {
      LOG.error("Work in the background is left until the next occasion", e);
    }
  }

  private void workOrLeave(AccountId account) {
    try {
      work(account);
    } catch (GalleryException | RuntimeException e) {
      LOG.error("Work for account {} is left until the next occasion", account, e);
    }
  }

  private void work(AccountId account) throws GalleryException {
    for (GroupId group : context.state(account).ask(AccountIndex::groupsBeingDeleted)) {
      deleter.resume(account, group, () -> stopping);
    }
    for (UpgradeJob job : context.store.unfinishedUpgradeJobs(account)) {
      if (!stopping) {
        upgrader.run(account, job, () -> stopping);
      }
    }
  }

  /** Lets the work that is being done come to a point where it can be taken up again. */
  @Override
  public void close() {
    stopping = true;
    thread.close();
  }
}
