/**
 * The data types that several IAI actions share, as they stand on the wire: a component {@code
 * personId} is the field {@code PersonId}.
 */
@NullMarked
package dev.mien.server.iai.type;

import org.jspecify.annotations.NullMarked;
