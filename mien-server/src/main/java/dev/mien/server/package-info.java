/** The process: command line, configuration, HTTP, authentication and the API families. */
@NullMarked
package dev.mien.server;

import org.jspecify.annotations.NullMarked;
