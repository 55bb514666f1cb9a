package dev.mien.server.protocol;

/** The parts of the server that actions use; safe for use by many threads. */
public interface Services {}
