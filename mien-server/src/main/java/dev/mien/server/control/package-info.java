/**
 * Administration of a server that is running or not: the same commands, either in this process on
 * the data directory, or through a socket that the running server opens in it.
 */
@NullMarked
package dev.mien.server.control;

import org.jspecify.annotations.NullMarked;
