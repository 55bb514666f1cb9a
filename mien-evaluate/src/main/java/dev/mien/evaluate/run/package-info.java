/** Pictures through the server's pipeline on all cores: decoding, finding and embedding faces. */
@NullMarked
package dev.mien.evaluate.run;

import org.jspecify.annotations.NullMarked;
