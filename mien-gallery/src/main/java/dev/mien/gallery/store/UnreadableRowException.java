package dev.mien.gallery.store;

import java.sql.SQLException;

/** A row that makes no record of ours, as none does that this program has written: damage. */
final class UnreadableRowException extends SQLException {
  private static final long serialVersionUID = 1L;

  /** Says why the row is none of ours. */
  UnreadableRowException(String reason) {
    super(reason);
  }

  /** What a record's constructor said of the row. */
  UnreadableRowException(IllegalArgumentException refused) {
    super(refused.getMessage(), refused);
  }
}
