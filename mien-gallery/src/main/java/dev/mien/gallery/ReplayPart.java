package dev.mien.gallery;

import java.util.List;

/** A part of an account in a store. */
public interface ReplayPart {
  /**
   * Takes in persons one by one. It must not call the store. What it refuses with {@link
   * IllegalArgumentException} is taken for damage.
   */
  interface Visitor {
    /**
     * A person, whose faces follow before the next one.
     *
     * @param groups all its groups, by their creation; never changed, and the same object for many
     */
    void person(PersonId id, List<GroupId> groups);

    /**
     * One more face of the person; faces come by their ids.
     *
     * @param embedderId whose vector it is
     * @param vector what the face looks like to the person's model version. The store has not
     *     looked at it, and overwrites it afterwards
     * @param quality what the face counts among the person's
     */
    void face(FaceId id, String embedderId, float[] vector, Quality quality);
  }

  /** How many persons the part has. */
  int personCount();

  /**
   * Reads the part.
   *
   * @param visitor gets the persons, those who came first before the others
   * @throws StoreException if the store fails
   */
  void read(Visitor visitor);
}
