/** Where native and CPU-bound work runs: a fixed number of threads behind a bounded queue. */
@NullMarked
package dev.mien.server.work;

import org.jspecify.annotations.NullMarked;
