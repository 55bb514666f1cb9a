package dev.mien.server.iai.type;

/** A job that looks for similar persons; its time in milliseconds since 1970. */
public record JobIdInfo(String jobId, long startTime, long jobStatus) {}
