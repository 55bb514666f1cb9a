package dev.mien.server.iai.type;

import java.util.List;

/** A person in the list of a group; the time is milliseconds since 1970-01-01T00:00:00Z. */
public record PersonInfo(
    String personName,
    String personId,
    long gender,
    List<String> personExDescriptions,
    List<String> faceIds,
    long creationTimestamp) {}
