package dev.mien.server.iai.type;

/** An upgrade job; times in milliseconds since 1970. */
public record UpgradeJobInfo(
    String jobId,
    String groupId,
    String fromFaceModelVersion,
    String toFaceModelVersion,
    long startTime,
    long status) {}
