/** From what clients send to pictures: Base64 text or the URL of a file. */
@NullMarked
package dev.mien.server.media;

import org.jspecify.annotations.NullMarked;
