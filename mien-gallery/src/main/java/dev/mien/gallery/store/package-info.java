/** Where galleries and accounts are kept: SQLite in a data directory, or memory. */
@NullMarked
package dev.mien.gallery.store;

import org.jspecify.annotations.NullMarked;
