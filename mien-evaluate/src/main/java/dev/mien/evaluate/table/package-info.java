/** Label files: CSV with a heading. */
@NullMarked
package dev.mien.evaluate.table;

import org.jspecify.annotations.NullMarked;
