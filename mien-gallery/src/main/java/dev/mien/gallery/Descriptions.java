package dev.mien.gallery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of description fields: their names in a group, and what they say of a person in it. */
final class Descriptions {
  private Descriptions() {}

  /** Checks the names of a new group's fields. */
  static void checkNames(List<String> names, int fieldsMax) throws GalleryException {
    if (names.size() > fieldsMax) {
      throw new GalleryException(GalleryError.GROUP_FIELDS_TOO_MANY, names.size(), fieldsMax);
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      TextRules.GROUP_FIELD_NAME.check(name);
      if (!seen.add(name)) {
        throw new GalleryException(GalleryError.GROUP_FIELD_REPEATED, name);
      }
    }
  }

  /** The names of a group's fields after a change. Names may change places in one change. */
  static List<String> renamed(List<String> names, List<IndexedText> changes, int fieldsMax)
      throws GalleryException {
    if (changes.size() > fieldsMax) {
      throw new GalleryException(GalleryError.GROUP_FIELDS_TOO_MANY, changes.size(), fieldsMax);
    }
    List<String> result = new ArrayList<>(names);
    Set<Long> positions = new HashSet<>();
    for (IndexedText change : changes) {
      TextRules.GROUP_FIELD_NAME.check(change.text());
      if (!positions.add(change.position())) {
        throw new GalleryException(GalleryError.GROUP_FIELD_REPEATED, change.position());
      }
      result.set(
          index(change.position(), names.size(), GalleryError.GROUP_FIELD_UNKNOWN), change.text());
    }
    for (IndexedText change : changes) {
      if (Collections.frequency(result, change.text()) > 1) {
        throw new GalleryException(GalleryError.GROUP_FIELD_NAME_EXISTS, change.text());
      }
    }
    return result;
  }

  /** Checks all of values that can be checked without knowing the group. */
  static void checkValues(List<IndexedText> values, int fieldsMax) throws GalleryException {
    if (values.size() > fieldsMax) {
      throw new GalleryException(GalleryError.PERSON_VALUES_TOO_MANY, values.size(), fieldsMax);
    }
    Set<Long> positions = new HashSet<>();
    for (IndexedText value : values) {
      TextRules.PERSON_VALUE.check(value.text());
      if (!positions.add(value.position())) {
        throw new GalleryException(GalleryError.PERSON_VALUE_REPEATED, value.position());
      }
    }
  }

  /** Empty values for a group's fields. */
  static List<String> emptyValues(Group group) {
    return Collections.nCopies(group.fieldNames().size(), "");
  }

  /** Values after a change that {@link #checkValues} has passed. */
  static List<String> changed(List<String> values, List<IndexedText> changes)
      throws GalleryException {
    List<String> result = new ArrayList<>(values);
    for (IndexedText change : changes) {
      result.set(
          index(change.position(), values.size(), GalleryError.PERSON_VALUE_UNKNOWN_FIELD),
          change.text());
    }
    return result;
  }

  private static int index(long position, int fields, GalleryError unknown)
      throws GalleryException {
    if (position < 0 || position >= fields) {
      throw new GalleryException(unknown, position);
    }
    return (int) position;
  }
}
