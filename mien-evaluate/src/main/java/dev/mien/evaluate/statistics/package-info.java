/** Error rates, intervals and other figures of plain numbers; knows nothing of pictures. */
@NullMarked
package dev.mien.evaluate.statistics;

import org.jspecify.annotations.NullMarked;
