/** Are live faces told from pictures of faces? Error rates of presentation attack detection. */
@NullMarked
package dev.mien.evaluate.liveness;

import org.jspecify.annotations.NullMarked;
