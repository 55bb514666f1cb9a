/** What is kept of a face that is enrolled, by whatever API. */
@NullMarked
package dev.mien.server.enrol;

import org.jspecify.annotations.NullMarked;
