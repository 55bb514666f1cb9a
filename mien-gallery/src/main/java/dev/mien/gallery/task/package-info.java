/**
 * Work that clients have asked for and come back for: kept until it is done, and some time after.
 * What a task is about and what it has come to is text that only the part of the program knows that
 * has made it.
 */
@NullMarked
package dev.mien.gallery.task;

import org.jspecify.annotations.NullMarked;
