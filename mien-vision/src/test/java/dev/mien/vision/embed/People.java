package dev.mien.vision.embed;

import java.util.Map;
import java.util.Set;

/** Whom a face shows, as far as the caps around it depend on that. */
enum People {
  CHILDREN,

  /** Adults of a group whose strangers the nets take for each other more often than others. */
  CONFUSED_GROUPS,

  /** All others, and those of whom nothing is known. */
  OTHERS;

  private static final int ADULT_YEARS = 16;

  /** Black, Asian and Indian adults, as the publishers of utkface number them. */
  private static final Set<String> CONFUSED = Set.of("1", "2", "3");

  private static final int GROUP_PART = 2;
  private static final int PARTS = 4;

  /** By the row of a label file. */
  static People of(Map<String, String> row) {
    String age = row.get("age");
    if (age == null) {
      return OTHERS;
    }
    if (Integer.parseInt(age) < ADULT_YEARS) {
      return CHILDREN;
    }
    return CONFUSED.contains(group(row)) ? CONFUSED_GROUPS : OTHERS;
  }

  /** The third number of a picture's name in utkface; empty where the name lacks it. */
  static String group(Map<String, String> row) {
    String path = row.get("path");
    String[] parts = path.substring(path.lastIndexOf('/') + 1).split("_", -1);
    return parts.length == PARTS ? parts[GROUP_PART] : "";
  }
}
