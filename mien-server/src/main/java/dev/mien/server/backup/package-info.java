/** Copies of a data directory, made while the server works, and data directories made of them. */
@NullMarked
package dev.mien.server.backup;

import org.jspecify.annotations.NullMarked;
