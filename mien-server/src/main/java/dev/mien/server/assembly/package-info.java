/** Puts the parts together: from a configuration to a server that is ready, and back. */
@NullMarked
package dev.mien.server.assembly;

import org.jspecify.annotations.NullMarked;
