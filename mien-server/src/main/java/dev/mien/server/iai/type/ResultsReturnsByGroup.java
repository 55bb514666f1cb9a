package dev.mien.server.iai.type;

import java.util.List;

/**
 * What a search by group found for one face of the picture.
 *
 * @param retCode 0, or a {@code RetCode} that says why there are no candidates
 */
public record ResultsReturnsByGroup(
    FaceRect faceRect, List<GroupCandidate> groupCandidates, long retCode) {}
