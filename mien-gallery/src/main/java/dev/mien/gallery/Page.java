package dev.mien.gallery;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items the part
 * @param total the length of the whole list
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, long total) {
  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }
}
