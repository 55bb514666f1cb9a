/** Data types of IVLD as they are on the wire; docs/api describes their fields. */
@NullMarked
package dev.mien.server.ivld.type;

import org.jspecify.annotations.NullMarked;
