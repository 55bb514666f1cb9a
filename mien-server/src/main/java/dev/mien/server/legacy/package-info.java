/**
 * The legacy face API, {@code POST /face/…}: one call, one file. A call reads its {@link
 * dev.mien.server.legacy.Parameters}, has pictures turned into faces, asks the gallery, and shapes
 * the answer. It works on the same groups and persons as IAI; docs/adr/0013 says how the limits of
 * both live together.
 */
@NullMarked
package dev.mien.server.legacy;

import org.jspecify.annotations.NullMarked;
