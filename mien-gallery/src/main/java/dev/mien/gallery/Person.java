package dev.mien.gallery;

import java.time.Instant;
import java.util.List;

/**
 * A person of an account.
 *
 * @param id names it within the account
 * @param name as the account says
 * @param gender as the account says
 * @param modelVersion that of every group the person is in
 * @param faceIds at least one; oldest first
 * @param createdAt to the millisecond
 * @param tag a remark of the account; empty if there is none
 */
public record Person(
    PersonId id,
    String name,
    Gender gender,
    ModelVersion modelVersion,
    List<FaceId> faceIds,
    Instant createdAt,
    String tag) {
  /** Copies the list. */
  public Person {
    faceIds = List.copyOf(faceIds);
  }
}
