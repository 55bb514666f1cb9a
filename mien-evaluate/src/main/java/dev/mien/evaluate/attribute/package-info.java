/** Are attributes of faces told right, and are their probabilities true? */
@NullMarked
package dev.mien.evaluate.attribute;

import org.jspecify.annotations.NullMarked;
