package dev.mien.gallery.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists of texts as queries bring them: joined by SQL's {@code group_concat} with the unit
 * separator, which no text of a gallery contains, as it is a control character.
 */
final class TextList {
  /** {@code char(31)} in the queries. */
  private static final char SEPARATOR = 31;

  private TextList() {}

  /** Takes apart what a query has joined; nothing joined is null. */
  static List<String> split(@Nullable String joined) {
    List<String> texts = new ArrayList<>();
    if (joined == null) {
      return texts;
    }
    int from = 0;
    for (int at = joined.indexOf(SEPARATOR); at >= 0; at = joined.indexOf(SEPARATOR, from)) {
      texts.add(joined.substring(from, at));
      from = at + 1;
    }
    texts.add(joined.substring(from));
    return texts;
  }
}
