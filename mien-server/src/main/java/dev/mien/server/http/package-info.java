/**
 * HTTP: listeners, limits, and the way of a request from bytes to an action and back. Requests are
 * handled on virtual threads; actions run on the work pool.
 */
@NullMarked
package dev.mien.server.http;

import org.jspecify.annotations.NullMarked;
