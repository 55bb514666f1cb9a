/** Figures as pictures: SVG and PNG files. The only user of the plotting library. */
@NullMarked
package dev.mien.evaluate.plot;

import org.jspecify.annotations.NullMarked;
