package dev.mien.gallery;

import dev.mien.gallery.GroupRows.Kind;
import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.score.Calibrations;
import dev.mien.gallery.score.Score;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The groups, persons and faces of all accounts, with every rule about them, and the searches over
 * them.
 *
 * <p>Thread-safe. Writes of one account happen one after another; each is acknowledged when the
 * store has it safe, and every search that starts after the acknowledgement sees it whole. Searches
 * run beside each other and beside writes, and never see half a write. A person that is being
 * changed cannot be changed by somebody else meanwhile: that is {@link GalleryError#CONFLICT}, or
 * {@link GalleryError#FACES_BEING_ADDED} where both add faces. A call that throws {@link
 * GalleryException} has changed nothing; after a {@link StoreException} the store alone knows, and
 * the index is built anew from it before the next use.
 */
public final class Gallery implements AutoCloseable {
  private final GalleryContext context;
  private final GroupOperations groups;
  private final PersonOperations persons;
  private final MembershipOperations memberships;
  private final FaceOperations faces;
  private final EnrolmentOperations enrolments;
  private final SearchOperations searches;
  private final GroupDeleter deleter;
  private final UpgradeOperations upgrades;
  private final BackgroundWork background;
  private final SimilarPersons similarPersons;
  private final CustomPersons customPersons;

  /**
   * Opens the gallery over a store, and reads all templates of all accounts into the search index.
   * Deletions and upgrades of groups that were cut off go on in the background.
   *
   * @param store stays open when the gallery is closed
   * @param modelVersions every embedder in it must have a calibration, else {@link
   *     IllegalArgumentException}
   * @param indexResources what the search index is built with; stay open when the gallery is closed
   */
  public Gallery(
      GalleryStore store,
      GalleryLimits limits,
      ModelVersions modelVersions,
      Calibrations calibrations,
      Clock clock,
      IndexResources indexResources) {
    this(store, limits, modelVersions, calibrations, clock, indexResources, new LoadProgress());
  }

  /**
   * Opens the gallery, and says meanwhile how far that is.
   *
   * @param progress not used before
   */
  public Gallery(
      GalleryStore store,
      GalleryLimits limits,
      ModelVersions modelVersions,
      Calibrations calibrations,
      Clock clock,
      IndexResources indexResources,
      LoadProgress progress) {
    context = new GalleryContext(store, limits, modelVersions, calibrations, clock, indexResources);
    groups = new GroupOperations(context);
    persons = new PersonOperations(context);
    memberships = new MembershipOperations(context);
    faces = new FaceOperations(context, memberships);
    enrolments = new EnrolmentOperations(context, memberships);
    searches = new SearchOperations(context, groups);
    similarPersons = new SimilarPersons(context, groups);
    customPersons = new CustomPersons(context, persons, faces);
    deleter = new GroupDeleter(context);
    GroupUpgrader upgrader = new GroupUpgrader(context);
    background = new BackgroundWork(context, deleter, upgrader);
    upgrades = new UpgradeOperations(context, upgrader, background);
    try {
      progress.begin(store.faceCount());
      store.accounts().forEach(account -> context.state(account).load(progress));
      progress.done();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
    background.wake();
  }

  /** The limits that this gallery enforces. */
  public GalleryLimits limits() {
    return context.limits;
  }

  // Groups

  /** Creates an empty group. */
  public Group createGroup(AccountId account, NewGroup group) throws GalleryException {
    return groups.create(account, group);
  }

  /**
   * Removes a group, and with it the persons who are in no other. Returns when all is gone. A large
   * group goes bit by bit, so that others can write meanwhile; to everybody else it is {@link
   * GalleryError#GROUP_BEING_DELETED} then.
   */
  public void deleteGroup(AccountId account, GroupId id) throws GalleryException {
    deleter.delete(account, id);
  }

  /** A group; an unknown one is {@link GalleryError#GROUP_NOT_FOUND}. */
  public Group group(AccountId account, GroupId id) throws GalleryException {
    return context.group(account, id);
  }

  /** A part of the account's groups, oldest first. */
  public Page<Group> groups(AccountId account, long offset, long limit) throws GalleryException {
    return groups.list(account, offset, limit);
  }

  /** Changes a group's name, remark and names of description fields. */
  public Group modifyGroup(AccountId account, GroupChange change) throws GalleryException {
    return groups.modify(account, change);
  }

  /** How many persons and faces a group has. */
  public GroupSize groupSize(AccountId account, GroupId id) throws GalleryException {
    return groups.size(account, List.of(id));
  }

  /**
   * The one model version of several groups, whose embedder must make the probe of a search in
   * them. Different versions are {@link GalleryError#ACROSS_MODEL_VERSIONS}.
   */
  public ModelVersion modelVersion(AccountId account, Collection<GroupId> groups)
      throws GalleryException {
    return this.groups.commonVersion(account, groups);
  }

  /** The embedder that makes templates of a model version. */
  public String embedderId(ModelVersion version) throws GalleryException {
    return context.modelVersions.embedderId(version);
  }

  // Model versions of groups

  /**
   * Begins to change a group to a newer model version. The group keeps its version, and everything
   * can be done with it but putting its persons into other groups or others into it, until all at
   * once it has the new one. The work goes on after a restart.
   *
   * <p>A group cannot change its version while a person of it is in another group: both would have
   * to change at the same moment.
   */
  public UpgradeJob upgradeGroup(AccountId account, GroupId id, ModelVersion to)
      throws GalleryException {
    return upgrades.start(account, id, to);
  }

  /**
   * Begins to give a group the version back that it had before an upgrade; possible once in a
   * group's life. What was enrolled since comes along.
   */
  public void revertUpgrade(AccountId account, String jobId) throws GalleryException {
    upgrades.revert(account, jobId);
  }

  /** A part of the upgrade jobs of the account's groups, oldest first. */
  public Page<UpgradeJob> upgradeJobs(AccountId account, long offset, long limit)
      throws GalleryException {
    return upgrades.list(account, offset, limit);
  }

  /** How far an upgrade job is. */
  public UpgradeProgress upgradeProgress(AccountId account, String jobId) throws GalleryException {
    return upgrades.progress(account, jobId);
  }

  /**
   * Faces that keep a group from its new version: they have no template for it. None once the job
   * is done.
   *
   * @param max how many to tell at most
   */
  public List<FaceId> upgradeObstacles(AccountId account, String jobId, int max)
      throws GalleryException {
    return upgrades.obstacles(account, jobId, max);
  }

  // Persons

  /**
   * Creates a person with a first face in a group, unless a rule is given and somebody in the group
   * looks the same. The question and the creation are one: of two equal faces that arrive together,
   * only one is created.
   */
  public PersonCreation createPerson(
      AccountId account, NewPerson person, Optional<UniquenessRule> rule) throws GalleryException {
    return persons.create(account, person, rule);
  }

  /** Removes a person, its faces and all its memberships. */
  public void deletePerson(AccountId account, PersonId id) throws GalleryException {
    persons.delete(account, id);
  }

  /**
   * Takes a person out of a group. Out of the last group, the person is removed with all its faces.
   * An unknown person is in no group: {@link GalleryError#NOT_A_MEMBER}.
   */
  public void deletePersonFromGroup(AccountId account, GroupId groupId, PersonId personId)
      throws GalleryException {
    memberships.remove(account, groupId, personId);
  }

  /** A person; an unknown one is {@link GalleryError#PERSON_NOT_FOUND}. */
  public Person person(AccountId account, PersonId id) throws GalleryException {
    return context.person(account, id);
  }

  /** A part of the person's groups with what their description fields say, oldest group first. */
  public Page<Membership> personMemberships(AccountId account, PersonId id, long offset, long limit)
      throws GalleryException {
    return memberships.memberships(account, id, offset, limit);
  }

  /** A part of the group's persons, oldest first. */
  public Page<Member> persons(AccountId account, GroupId id, long offset, long limit)
      throws GalleryException {
    return memberships.members(account, id, offset, limit);
  }

  /**
   * Puts a person into more groups of its model version, with empty description fields, or into
   * none of them if it cannot be in all: it is in one already ({@link
   * GalleryError#ALREADY_MEMBER}), one is unknown, of another version or full, or it would be in
   * too many.
   *
   * @return the groups, each once, in the order given
   */
  public List<GroupId> copyPerson(AccountId account, PersonId id, List<GroupId> groups)
      throws GalleryException {
    return memberships.copy(account, id, groups);
  }

  /** Changes a person's name and gender. */
  public Person modifyPerson(AccountId account, PersonChange change) throws GalleryException {
    return persons.modify(account, change);
  }

  /** Changes what a group's description fields say of a person in it; fields not mentioned stay. */
  public Membership modifyMembership(
      AccountId account, GroupId groupId, PersonId personId, List<IndexedText> values)
      throws GalleryException {
    return memberships.modify(account, groupId, personId, values);
  }

  // Faces

  /**
   * Gives a person more faces, in all its groups. With a threshold, a face is added only if its
   * score against the most similar face that the person had before the call exceeds it. If the
   * faces to be added are more than a person may have, none is.
   *
   * @param added each with a template of the person's model version
   * @return what came of each face, in their order
   */
  public List<FaceAddition> addFaces(
      AccountId account, PersonId id, List<FaceTemplates> added, Optional<Score> threshold)
      throws GalleryException {
    return faces.add(account, id, added, threshold);
  }

  /**
   * Removes faces of a person. Ids that are no faces of it are skipped. A person who has one face
   * only, or would be left without any, is {@link GalleryError#LAST_FACE}.
   *
   * @return the faces that were removed, each once, in the order given
   */
  public List<FaceId> deleteFaces(AccountId account, PersonId id, List<FaceId> faceIds)
      throws GalleryException {
    return faces.delete(account, id, faceIds);
  }

  /** A face of the account; an unknown one is {@link GalleryError#FACE_NOT_FOUND}. */
  public KnownFace face(AccountId account, FaceId id) throws GalleryException {
    return context
        .store
        .face(account, id)
        .orElseThrow(() -> new GalleryException(GalleryError.FACE_NOT_FOUND, id));
  }

  /** An id that no face has or will have. */
  public FaceId unusedFaceId() {
    return context.unusedFaceId();
  }

  // Enrolment where groups come into being when they are named

  /**
   * Creates a person with a first face in groups, and those of the groups that do not exist: of the
   * version of the others, or the current one, and named by their ids. All of it happens, or
   * nothing.
   */
  public Person enrol(AccountId account, Enrolment enrolment) throws GalleryException {
    return enrolments.enrol(account, enrolment);
  }

  /** Refuses the id of a person that exists, without changing anything. */
  public void requireNewPerson(AccountId account, PersonId id) throws GalleryException {
    enrolments.requireNew(account, id);
  }

  /**
   * Offers a person more faces, one after the other. It takes those that it does not practically
   * have, as long as it has fewer than {@link GalleryLimits.Enrolments#facesPerPerson}.
   *
   * @param tag the person's new remark, if there is one; it comes with faces, so if none is taken,
   *     the person keeps its own
   * @return what came of each face, in their order
   */
  public List<FaceOffer> offerFaces(
      AccountId account, PersonId id, List<FaceTemplates> offered, Optional<String> tag)
      throws GalleryException {
    return enrolments.offer(account, id, offered, tag);
  }

  /**
   * Puts a person into more groups; those that do not exist come into being. Groups that it is in
   * are skipped. It joins all the others, or none.
   *
   * @return the groups that it has joined
   */
  public List<GroupId> joinGroups(AccountId account, PersonId id, List<GroupId> groups)
      throws GalleryException {
    return enrolments.join(account, id, groups);
  }

  /**
   * Takes a person out of groups; those that it is not in are skipped. Out of the last one, it is
   * removed with all its faces.
   *
   * @return the groups that it has left
   */
  public List<GroupId> leaveGroups(AccountId account, PersonId id, List<GroupId> groups)
      throws GalleryException {
    return enrolments.leave(account, id, groups);
  }

  /**
   * All groups of the account, oldest first; more than {@link
   * GalleryLimits.Enrolments#groupsPerAccount} are {@link GalleryError#LIST_TOO_LONG}.
   */
  public List<GroupId> allGroups(AccountId account) throws GalleryException {
    return groups.all(account);
  }

  /**
   * All persons of a group, oldest first; more than {@link
   * GalleryLimits.Enrolments#personsPerGroup} are {@link GalleryError#LIST_TOO_LONG}.
   */
  public List<PersonId> allPersons(AccountId account, GroupId id) throws GalleryException {
    return memberships.all(account, id);
  }

  /** How many persons and faces the union of groups has. */
  public GroupSize groupSize(AccountId account, Collection<GroupId> ids) throws GalleryException {
    return groups.size(account, ids);
  }

  // Searches

  /** The persons of the groups who have the most similar faces; each person with its best face. */
  public SearchResult searchFaces(
      AccountId account, Collection<GroupId> groups, Template probe, SearchOptions options)
      throws GalleryException {
    return searches.search(account, groups, Kind.FACES, probe, options);
  }

  /** Like {@link #searchFaces}, answered group by group. */
  public GroupedSearchResult searchFacesByGroup(
      AccountId account, Collection<GroupId> groups, Template probe, SearchOptions options)
      throws GalleryException {
    return searches.searchByGroup(account, groups, Kind.FACES, probe, options);
  }

  /**
   * The most similar persons of the groups, where all faces of a person count as one ({@link
   * RatedTemplate#fused}).
   */
  public SearchResult searchPersons(
      AccountId account, Collection<GroupId> groups, Template probe, SearchOptions options)
      throws GalleryException {
    return searches.search(account, groups, Kind.PERSONS, probe, options);
  }

  /** Like {@link #searchPersons}, answered group by group. */
  public GroupedSearchResult searchPersonsByGroup(
      AccountId account, Collection<GroupId> groups, Template probe, SearchOptions options)
      throws GalleryException {
    return searches.searchByGroup(account, groups, Kind.PERSONS, probe, options);
  }

  /** Looks for persons who are in groups more than once under several ids. */
  public SimilarPersons similarPersons() {
    return similarPersons;
  }

  /** Persons with categories and pictures, in a group of their own. */
  public CustomPersons customPersons() {
    return customPersons;
  }

  // Verification

  /** The score of a face against the most similar face of a person. */
  public Score verifyFace(AccountId account, PersonId id, Template probe) throws GalleryException {
    return faces.verifyFace(account, id, probe);
  }

  /** The score of a face against all faces of a person as one ({@link RatedTemplate#fused}). */
  public Score verifyPerson(AccountId account, PersonId id, Template probe)
      throws GalleryException {
    return faces.verifyPerson(account, id, probe);
  }

  /** The score of two faces that the embedder of a model version has made. */
  public Score compare(ModelVersion version, Template one, Template other) throws GalleryException {
    return faces.compare(version, one, other);
  }

  /**
   * Stops the work in the background, and frees the memory of the search index. Nothing may be
   * called after.
   */
  @Override
  public void close() {
    background.close();
    context.close();
  }
}
