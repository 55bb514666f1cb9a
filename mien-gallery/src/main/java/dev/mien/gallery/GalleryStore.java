package dev.mien.gallery;

import java.util.List;
import java.util.Optional;

/**
 * Where the groups, persons and faces of all accounts are kept: the only truth.
 *
 * <p>A store keeps and finds; it knows no rules beyond the shape of the data (ids and group names
 * are unique in an account, memberships join what exists), and refuses what would break that shape.
 * Thread-safe. Every method sees one consistent state and throws {@link StoreException} if the
 * store fails. What {@link #apply} has acknowledged survives a crash, if the store is one that
 * survives at all.
 *
 * <p>Order: groups by creation, persons by creation, a person's groups by creation of the groups,
 * faces by id, upgrade jobs by start.
 */
public interface GalleryStore extends AutoCloseable {
  /**
   * Makes all the changes in this order, or none of them. Returns when they are safe.
   *
   * @throws StoreException if a change does not fit to what is there (adds what exists, touches
   *     what does not), or the store fails; it says if it is unknown whether the changes were made
   */
  void apply(AccountId account, List<Change> changes);

  /** Accounts that have groups. */
  List<AccountId> accounts();

  /** How many faces all accounts have. */
  long faceCount();

  /** The groups whose deletion has begun. */
  List<GroupId> groupsBeingDeleted(AccountId account);

  /**
   * Splits an account into parts that give, one after the other, its persons with their groups and
   * faces: what the search index is built of.
   *
   * <p>Several threads may read a part each. All parts are of one state only if nobody writes to
   * the account from before this call until the last one is read.
   */
  List<ReplayPart> replay(AccountId account);

  /** The largest face id that was ever added, of any account, removed ones included. */
  Optional<FaceId> lastFaceId();

  /** The group of an id. */
  Optional<Group> group(AccountId account, GroupId id);

  /** The id of the group that bears a name. */
  Optional<GroupId> groupNamed(AccountId account, String name);

  /** A part of the account's groups. */
  Page<Group> groups(AccountId account, PageRange range);

  /** The person of an id. */
  Optional<Person> person(AccountId account, PersonId id);

  /** The person of an id with all its groups. */
  Optional<Profile> profile(AccountId account, PersonId id);

  /** The person's faces with their templates; none for an unknown person. */
  List<Face> faces(AccountId account, PersonId id);

  /**
   * The person's faces with the templates that were kept for a model version; where none was kept
   * for it, with the template that the face was added with.
   */
  List<Face> faces(AccountId account, PersonId id, ModelVersion version);

  /**
   * The faces of a group whose template for a model version, as {@link #faces(AccountId, PersonId,
   * ModelVersion)} gives it, is not of this embedder.
   *
   * @param limit how many to give at most; all are counted
   */
  Page<FaceId> facesWithout(
      AccountId account, GroupId id, ModelVersion version, String embedderId, int limit);

  /** The face of an id, of whichever person of the account. */
  Optional<KnownFace> face(AccountId account, FaceId id);

  /** What a group's fields say of a person in it. */
  Optional<Membership> membership(AccountId account, GroupId groupId, PersonId personId);

  /** A part of the person's groups. */
  Page<Membership> memberships(AccountId account, PersonId id, PageRange range);

  /** A part of the group's persons. Skipping costs time in proportion to the offset. */
  Page<Member> members(AccountId account, GroupId id, PageRange range);

  /** The group's first persons. */
  List<Leaver> leavers(AccountId account, GroupId id, int limit);

  /** The upgrade job of an id. */
  Optional<UpgradeJob> upgradeJob(AccountId account, String id);

  /** A part of the account's upgrade jobs. */
  Page<UpgradeJob> upgradeJobs(AccountId account, PageRange range);

  /** The upgrade jobs of a group. */
  List<UpgradeJob> upgradeJobsOf(AccountId account, GroupId id);

  /** The upgrade jobs of the account with work to do. */
  List<UpgradeJob> unfinishedUpgradeJobs(AccountId account);

  /** What the store knows of custom persons. */
  CustomPersonStore customPersons();

  /** Ends the store's work; nothing may be called after. */
  @Override
  void close();
}
