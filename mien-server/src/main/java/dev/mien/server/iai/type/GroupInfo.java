package dev.mien.server.iai.type;

import java.util.List;

/** A group in a list; times are milliseconds since 1970-01-01T00:00:00Z. */
public record GroupInfo(
    String groupName,
    String groupId,
    List<String> groupExDescriptions,
    String tag,
    String faceModelVersion,
    long creationTimestamp,
    long updateTimestamp) {}
