package dev.mien.gallery.task;

import dev.mien.gallery.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where {@link Task}s are kept. What a method has changed survives a crash. Thread-safe. */
public interface TaskStore {
  /**
   * Adds a task with a new id, unless the account has one of its kind and mark that was asked for
   * after a time. Tasks without a mark are always added.
   *
   * @return whether it was added
   */
  boolean addUnlessMarked(Task task, Instant since);

  /** Changes how far a task is. */
  void change(Task task);

  /** The account's task of an id. */
  Optional<Task> task(AccountId account, String id);

  /** The tasks of all accounts that are not finished, in the order in which they are to be done. */
  List<Task> unfinished(String kind);

  /** How many tasks of an account are not finished. */
  long unfinished(AccountId account, String kind);

  /** Forgets tasks that were finished before a time. */
  void forgetFinishedBefore(String kind, Instant time);
}
