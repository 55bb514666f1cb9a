/** TODO. */
@NullMarked
package dev.mien.models;

import org.jspecify.annotations.NullMarked;
