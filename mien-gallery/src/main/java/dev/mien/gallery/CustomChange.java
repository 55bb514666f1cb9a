package dev.mien.gallery;

import java.time.Instant;

/**
 * One step of a write to an account's custom persons. It is part of the gallery's own writes
 * ({@link Change.OfCustomPersons}), so that a person, its faces and what else is known of it can
 * only come and go together.
 *
 * <p>The gallery's changes reach custom persons too: they go with the gallery's person, their
 * pictures with its faces, the library with the gallery's group, and names follow.
 */
public sealed interface CustomChange {
  /**
   * The account has a library now.
   *
   * @param group the gallery's group that has the persons
   * @param bucket see {@link CustomGroup}
   */
  record GroupMade(GroupId group, String bucket) implements CustomChange {}

  /**
   * A new category.
   *
   * @param category of a number above all that the account ever had
   */
  record CategoryAdded(CustomCategory category) implements CustomChange {}

  /**
   * The category of this number has other texts now.
   *
   * @param category as it is now
   */
  record CategoryChanged(CustomCategory category) implements CustomChange {}

  /**
   * A category that nobody is of is gone.
   *
   * @param number the category
   */
  record CategoryRemoved(long number) implements CustomChange {}

  /**
   * There is a custom person of this id, with these details. If the gallery has a person of the id,
   * it goes with that one from now on.
   *
   * @param id the person
   * @param name its name
   * @param basicInfo its remark
   * @param category the number of its category
   * @param createdAt to the millisecond; stays what it was first
   */
  record PersonPut(PersonId id, String name, String basicInfo, long category, Instant createdAt)
      implements CustomChange {}

  /**
   * The custom person is gone; the gallery's person of the id is not concerned.
   *
   * @param id the person
   */
  record PersonRemoved(PersonId id) implements CustomChange {}

  /**
   * A custom person has one more picture.
   *
   * @param id the person
   * @param image the picture, of a face that the gallery's person has
   */
  record ImageAdded(PersonId id, CustomImage image) implements CustomChange {}
}
