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
   * The group is being deleted: its persons leave it in {@link Change}s to come, and then it is
   * removed.
   *
   * @param id the group
   */
  record GroupDeletionBegun(GroupId id) implements Change {}

  /**
   * The group and all its persons are of another model version now: their faces have the templates
   * that were kept for it. The persons are in no other group.
   *
   * @param id the group
   * @param version the version they have now
   */
  record GroupVersionChanged(GroupId id, ModelVersion version) implements Change {}

  /**
   * A group is to change its model version.
   *
   * @param job a new job
   */
  record UpgradeStarted(UpgradeJob job) implements Change {}

  /**
   * The job of this id is in another state now.
   *
   * @param job the job as it is now
   */
  record UpgradeChanged(UpgradeJob job) implements Change {}

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
   * The person has this remark now.
   *
   * @param id the person
   * @param tag its remark; empty for none
   */
  record PersonTagged(PersonId id, String tag) implements Change {}

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
   * A face has a template of another model version beside the one it was added with.
   *
   * @param personId the person
   * @param faceId the face
   * @param version a version other than the person's
   * @param template what the version's embedder has made of the face
   */
  record TemplateKept(PersonId personId, FaceId faceId, ModelVersion version, Template template)
      implements Change {}

  /**
   * What a face looked like when it was added.
   *
   * @param personId the person
   * @param faceId the face, without a look so far
   * @param look what was seen
   */
  record LookKept(PersonId personId, FaceId faceId, FaceLook look) implements Change {}

  /**
   * The person has a face less.
   *
   * @param personId the person
   * @param faceId the face
   */
  record FaceRemoved(PersonId personId, FaceId faceId) implements Change {}

  /**
   * Something about the account's custom persons.
   *
   * @param change what
   */
  record OfCustomPersons(CustomChange change) implements Change {}
}
