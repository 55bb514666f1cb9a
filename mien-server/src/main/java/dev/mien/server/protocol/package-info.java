/**
 * The language that clients speak, apart from how it is carried and signed.
 *
 * <p>A request arrives as JSON, as a form or as multipart; each becomes one {@link
 * dev.mien.server.protocol.RequestTree}, which {@link dev.mien.server.protocol.RequestBinder} turns
 * into the request record of an {@link dev.mien.server.protocol.Action}. {@link
 * dev.mien.server.protocol.ResponseWriter} makes the answer's bytes. Nothing here knows of sockets,
 * headers or signatures.
 */
@NullMarked
package dev.mien.server.protocol;

import org.jspecify.annotations.NullMarked;
