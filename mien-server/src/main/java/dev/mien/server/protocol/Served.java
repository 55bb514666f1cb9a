package dev.mien.server.protocol;

/**
 * What {@link java.util.ServiceLoader} looks for: an {@link Action} without its type parameters,
 * which the name of a service cannot carry.
 */
public sealed interface Served permits Action {}
