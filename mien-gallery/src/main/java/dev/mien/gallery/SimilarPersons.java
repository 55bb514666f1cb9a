package dev.mien.gallery;

import dev.mien.gallery.AccountIndex.Found;
import dev.mien.gallery.score.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for persons who are in groups more than once under several ids. Thread-safe.
 *
 * <p>Every person is searched for among all others, so the work grows with the square of their
 * number.
 */
public final class SimilarPersons {
  /** Similar persons that are told of one person: who has more is no accident any more. */
  public static final int MATCHES_MAX = 100;

  /** The reference's limit of groups in one check. */
  private static final int GROUPS_MAX = 10;

  /** The reference's limit of persons in one check. */
  private static final long PERSONS_MAX = 2_000_000;

  /** A check that is estimated to take longer is refused, as the reference has it. */
  private static final Duration ESTIMATE_MAX = Duration.ofHours(5);

  /**
   * Processor time of a check over 2,000 to 20,000 persons of one face in an SQLite store, with
   * vectors of 321 dimensions that are hard to tell apart, fitted by a line: what each person takes
   * whatever the others, and what each comparison adds. With two processors to itself a check takes
   * half of it.
   */
  private static final double NANOS_PER_PERSON = 1_000_000;

  private static final double NANOS_PER_COMPARISON = 90;

  private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::value);

  /** Where what is found goes. */
  public interface Sink {
    /** Takes a person who may be the same as others. */
    void found(SimilarPerson person);

    /**
     * Is told how far the work is.
     *
     * @return whether to go on
     */
    boolean progress(long done, long total);
  }

  private final GalleryContext context;
  private final GroupOperations groupOperations;

  SimilarPersons(GalleryContext context, GroupOperations groupOperations) {
    this.context = context;
    this.groupOperations = groupOperations;
  }

  /**
   * How long a check of groups will take about. Groups of a version that does not fuse persons
   * ({@link GalleryError#MODEL_VERSION_UNSUPPORTED}), of different versions, and too many groups or
   * persons are refused.
   */
  public Duration estimate(AccountId account, Collection<GroupId> groups) throws GalleryException {
    if (groups.size() > GROUPS_MAX) {
      throw new GalleryException(GalleryError.GROUP_IDS_TOO_MANY, groups.size(), GROUPS_MAX);
    }
    Set<GroupId> distinct = new LinkedHashSet<>(groups);
    ModelVersion version = groupOperations.commonVersion(account, distinct);
    if (!version.fusesPersons()) {
      throw new GalleryException(GalleryError.MODEL_VERSION_UNSUPPORTED, version.text());
    }
    long persons = context.state(account).ask(index -> index.size(distinct)).persons();
    Duration time = time(persons);
    if (persons > PERSONS_MAX || time.compareTo(ESTIMATE_MAX) > 0) {
      throw new GalleryException(
          GalleryError.SEARCHED_FACES_TOO_MANY, persons, Math.min(PERSONS_MAX, feasiblePersons()));
    }
    return time;
  }

  private static Duration time(long persons) {
    return Duration.ofNanos((long) (persons * (NANOS_PER_PERSON + NANOS_PER_COMPARISON * persons)));
  }

  /** How many persons take the longest time that is accepted. */
  private static long feasiblePersons() {
    double half = NANOS_PER_PERSON / (2 * NANOS_PER_COMPARISON);
    return (long) (Math.sqrt(half * half + ESTIMATE_MAX.toNanos() / NANOS_PER_COMPARISON) - half);
  }

  /**
   * Looks for similar persons. Who comes meanwhile may be found or not; who goes is left out.
   *
   * @param rule how often a person may be taken for another one who is in the groups
   * @return whether all were looked at; else the sink did not want to go on
   */
  public boolean find(AccountId account, Collection<GroupId> groups, UniquenessRule rule, Sink sink)
      throws GalleryException {
    Set<GroupId> checked = new LinkedHashSet<>(groups);
    ModelVersion version = groupOperations.commonVersion(account, checked);
    Set<PersonId> persons = new TreeSet<>(BY_ID);
    persons.addAll(context.state(account).ask(index -> index.memberIds(checked)));
    Score threshold =
        version.scoreLine().score(rule.falseAlarmRate() / Math.max(1, persons.size()));
    long done = 0;
    for (PersonId person : persons) {
      if (!sink.progress(done, persons.size())) {
        return false;
      }
      similarTo(account, checked, version, person, threshold).ifPresent(sink::found);
      done++;
    }
    return sink.progress(done, persons.size());
  }

  private Optional<SimilarPerson> similarTo(
      AccountId account, Set<GroupId> groups, ModelVersion version, PersonId id, Score threshold)
      throws GalleryException {
    List<RatedTemplate> faces = context.store.faces(account, id).stream().map(Face::rated).toList();
    if (faces.isEmpty()) {
      return Optional.empty();
    }
    Template probe = RatedTemplate.fused(faces);
    context.requireProbe(version, probe, id);
    List<Found> found =
        context.state(account).search(GroupRows.Kind.PERSONS, groups, probe, MATCHES_MAX + 1);
    List<SimilarPerson.Match> matches = new ArrayList<>();
    for (Found other : found) {
      Score score = context.score(version, probe, other.similarity());
      if (!score.reaches(threshold)) {
        break; // the others are less similar
      }
      if (BY_ID.compare(id, other.id()) < 0) {
        groupsOf(account, groups, other.id())
            .ifPresent(in -> matches.add(new SimilarPerson.Match(other.id(), in, score)));
      }
    }
    return matches.isEmpty()
        ? Optional.empty()
        : groupsOf(account, groups, id).map(in -> new SimilarPerson(id, in, matches));
  }

  private Optional<List<GroupId>> groupsOf(
      AccountId account, Set<GroupId> checked, PersonId person) {
    return context
        .store
        .profile(account, person)
        .map(
            profile ->
                profile.memberships().stream()
                    .map(Membership::groupId)
                    .filter(checked::contains)
                    .toList());
  }
}
