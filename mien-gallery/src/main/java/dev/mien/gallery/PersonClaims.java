package dev.mien.gallery;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The persons of an account that are being changed. Who wants to change one of them meanwhile is
 * refused at once, as the reference says, and can try again: waiting would make the outcome depend
 * on who came first. Thread-safe; holds one entry for each running change.
 */
final class PersonClaims {
  /** What a person is being changed for. */
  enum Purpose {
    /** It gets more faces. */
    ADD_FACES,
    /** Anything else. */
    OTHER
  }

  private final ConcurrentMap<PersonId, Purpose> claimed = new ConcurrentHashMap<>();

  /** Does work while nobody else changes the person. */
  <T> T holding(PersonId id, Purpose purpose, AccountState.Work<T> work) throws GalleryException {
    Purpose other = claimed.putIfAbsent(id, purpose);
    if (other != null) {
      boolean bothAdd = other == Purpose.ADD_FACES && purpose == Purpose.ADD_FACES;
      throw new GalleryException(
          bothAdd ? GalleryError.FACES_BEING_ADDED : GalleryError.CONFLICT, id);
    }
    try {
      return work.run();
    } finally {
      claimed.remove(id);
    }
  }
}
