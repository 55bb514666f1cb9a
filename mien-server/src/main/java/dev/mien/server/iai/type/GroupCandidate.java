package dev.mien.server.iai.type;

import java.util.List;

/** What a search by group found in one group. */
public record GroupCandidate(String groupId, List<Candidate> candidates) {}
