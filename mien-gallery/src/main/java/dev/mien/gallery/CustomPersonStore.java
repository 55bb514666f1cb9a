package dev.mien.gallery;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link GalleryStore} knows of custom persons. They are written by {@link
 * GalleryStore#apply}. Thread-safe; every method sees one consistent state.
 */
public interface CustomPersonStore {
  /** The account's library. */
  Optional<CustomGroup> group(AccountId account);

  /** All categories of the account, by number. */
  List<CustomCategory> categories(AccountId account);

  /** The largest number that a category of the account ever had; 0 if it never had one. */
  long lastCategory(AccountId account);

  /** Whether anybody is of a category. */
  boolean isReferred(AccountId account, long category);

  /** The custom person of an id. */
  Optional<CustomPerson> person(AccountId account, PersonId id);

  /** How many custom persons the account has. */
  long count(AccountId account);

  /** A part of the custom persons that a filter lets through, by creation. */
  Page<CustomPerson> persons(
      AccountId account, CustomPersonFilter filter, boolean newestFirst, PageRange range);

  /** Whether a picture of the account is kept under this. */
  boolean knowsMedia(AccountId account, String media);
}
