package dev.mien.gallery;

import java.time.Instant;

/**
 * One step of a write. A store applies a list of them as a whole or not at all, and the search
 * index follows with the same list, so that both can only say the same. Rules have been checked
 * before: a change says what happens, not whether it may.
 */
public sealed interface Change {
  /**
   * A new group without persons.
   *
   * @param group the group
   */
  record GroupAdded(Group group) implements Change {}

  /**
   * The group of this id has other texts now.
   *
   * @param group the group as it is now
   */
  record GroupChanged(Group group) implements Change {}

  /**
   * The group and all memberships in it are gone; persons that were only there have a {@link
   * PersonRemoved} before it.
   *
   * @param id the group
   */
  record GroupRemoved(GroupId id) implements Change {}

  /**
   * A new person, without groups and faces until changes after it say otherwise.
   *
   * @param id the person
   * @param name its name
   * @param gender its gender
   * @param modelVersion that of all groups it will be in
   * @param createdAt to the millisecond
   */
  record PersonAdded(
      PersonId id, String name, Gender gender, ModelVersion modelVersion, Instant createdAt)
      implements Change {}

  /**
   * The person has this name and gender now.
   *
   * @param id the person
   * @param name its name
   * @param gender its gender
   */
  record PersonChanged(PersonId id, String name, Gender gender) implements Change {}

  /**
   * The person, its faces and its memberships are gone.
   *
   * @param id the person
   */
  record PersonRemoved(PersonId id) implements Change {}

  /**
   * The person is in one more group.
   *
   * @param personId the person
   * @param membership the group and what its fields say
   */
  record MembershipAdded(PersonId personId, Membership membership) implements Change {}

  /**
   * The fields of a group the person is in say something else now.
   *
   * @param personId the person
   * @param membership the group and what its fields say now
   */
  record MembershipChanged(PersonId personId, Membership membership) implements Change {}

  /**
   * The person is in the group no more.
   *
   * @param personId the person
   * @param groupId the group
   */
  record MembershipRemoved(PersonId personId, GroupId groupId) implements Change {}

  /**
   * The person has one more face.
   *
   * @param personId the person
   * @param face the face
   */
  record FaceAdded(PersonId personId, Face face) implements Change {}

  /**
   * The person has a face less.
   *
   * @param personId the person
   * @param faceId the face
   */
  record FaceRemoved(PersonId personId, FaceId faceId) implements Change {}
}
