/**
 * Measurements of a whole server under load: it runs in a process of its own, and requests arrive
 * at a pace that does not ask how it is doing.
 */
@NullMarked
package dev.mien.server.bench.load;

import org.jspecify.annotations.NullMarked;
