/**
 * From npm packages to the folder of a model pack: fetching, checking, converting, writing, each
 * only when its inputs changed.
 */
@NullMarked
package dev.mien.models.pack;

import org.jspecify.annotations.NullMarked;
