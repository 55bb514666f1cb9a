package dev.mien.server.iai;

/** The answer of an action that has nothing to say but that it is done. */
public record Nothing() {}
