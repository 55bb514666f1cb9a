package dev.mien.gallery;

import java.util.function.Consumer;

/** A part of an account in a store: groups, or persons with their memberships and faces. */
@FunctionalInterface
public interface ReplayPart {
  /**
   * Reads the part.
   *
   * @param consumer gets the changes that build it; must not call the store
   * @throws StoreException if the store fails
   */
  void read(Consumer<Change> consumer);
}
