/**
 * Makes a model pack whose nets compute in bytes, and says what that costs and gains. {@link
 * dev.mien.training.quantise.QuantiseNets} is the program.
 */
@NullMarked
package dev.mien.training.quantise;

import org.jspecify.annotations.NullMarked;
