/**
 * Measurements of this machine, for {@code mien bench}: each prints figures of runs side by side.
 */
@NullMarked
package dev.mien.server.bench;

import org.jspecify.annotations.NullMarked;
