/** The command line. Standard output is for people and scripts, the log goes to standard error. */
@NullMarked
package dev.mien.server.cli;

import org.jspecify.annotations.NullMarked;
