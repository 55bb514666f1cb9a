/**
 * Who signed a request: both signature methods of API 3.0, checked on the bytes as received.
 *
 * <p>A signature proves who made a request and that its content is the one that was signed. What it
 * does not cover is in the nature of the methods: TC3-HMAC-SHA256 as the official clients use it
 * signs neither the action's name nor the version, so only TLS protects those on the way.
 */
@NullMarked
package dev.mien.server.auth;

import org.jspecify.annotations.NullMarked;
