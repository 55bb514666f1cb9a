package dev.mien.server.ivld;

/** What an action has to say or to be told that is only about being done. */
public record Nothing() {}
