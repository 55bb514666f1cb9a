package dev.mien.gallery;

import java.util.function.Consumer;

/** A part of an account in a store. */
public interface ReplayPart {
  /** How many persons the part has. */
  int personCount();

  /**
   * Reads the part.
   *
   * @param consumer gets its persons one by one; must not call the store. What it refuses with
   *     {@link IllegalArgumentException} is taken for damage
   * @throws StoreException if the store fails
   */
  void read(Consumer<StoredPerson> consumer);
}
