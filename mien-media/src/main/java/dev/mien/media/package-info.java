/**
 * Pictures, videos and result files that outlast a request: encrypted files under the data
 * directory, each reference to one with an owner and a lifetime, and the signed links by which they
 * can be fetched.
 *
 * <p>{@link dev.mien.media.MediaStore} keeps them, {@link dev.mien.media.MediaLinks} signs links.
 * The package knows nothing of HTTP, JSON or faces.
 */
@NullMarked
package dev.mien.media;

import org.jspecify.annotations.NullMarked;
