/** What measurements write down: the common parts of reports, and their JSON. */
@NullMarked
package dev.mien.evaluate.report;

import org.jspecify.annotations.NullMarked;
