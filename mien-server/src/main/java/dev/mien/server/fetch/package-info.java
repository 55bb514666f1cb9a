/**
 * Downloads on behalf of clients, who must not be able to reach through this server what they could
 * not reach themselves.
 */
@NullMarked
package dev.mien.server.fetch;

import org.jspecify.annotations.NullMarked;
