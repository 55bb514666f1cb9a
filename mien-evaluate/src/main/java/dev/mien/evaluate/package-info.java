/** How good the pipeline is, measured on labelled pictures. */
@NullMarked
package dev.mien.evaluate;

import org.jspecify.annotations.NullMarked;
