/** Are two pictures of one person? Error rates of comparisons. */
@NullMarked
package dev.mien.evaluate.verification;

import org.jspecify.annotations.NullMarked;
