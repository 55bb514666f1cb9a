/**
 * The IAI face API (2020-03-03 and 2018-03-01): one action, one file. An action checks its
 * parameters, has pictures turned into faces ({@link dev.mien.server.iai.Probe}), asks the gallery,
 * and shapes the answer.
 */
@NullMarked
package dev.mien.server.iai;

import org.jspecify.annotations.NullMarked;
