package dev.mien.server.iai.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person that a search found.
 *
 * @param faceId the face that matched; empty in person searches, which match fused templates
 * @param score 0 to 100, two decimals
 * @param personName the person's details; null, like the two below, unless NeedPersonInfo is 1
 */
public record Candidate(
    String personId,
    String faceId,
    double score,
    @Nullable String personName,
    @Nullable Long gender,
    @Nullable List<PersonGroupInfo> personGroupInfos) {}
