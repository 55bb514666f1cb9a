/** Reports as a page for people. */
@NullMarked
package dev.mien.evaluate.card;

import org.jspecify.annotations.NullMarked;
