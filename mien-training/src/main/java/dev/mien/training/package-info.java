/**
 * Trains the heads of the default pack on labelled faces, measures them by cross-validation and
 * writes them down. {@link dev.mien.training.TrainHeads} is the program.
 */
@NullMarked
package dev.mien.training;

import org.jspecify.annotations.NullMarked;
