/** TODO. */
@NullMarked
package dev.mien.server;

import org.jspecify.annotations.NullMarked;
