/** The command line of the measurements: one command a file. */
@NullMarked
package dev.mien.evaluate.command;

import org.jspecify.annotations.NullMarked;
