/** Inputs that nobody would write, for every parser of bytes from outside. */
@NullMarked
package dev.mien.server.fuzz;

import org.jspecify.annotations.NullMarked;
