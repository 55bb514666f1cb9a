package dev.mien.gallery;

import dev.mien.gallery.GroupRows.Kind;
import dev.mien.gallery.index.FaceIndex;
import dev.mien.gallery.index.Hit;
import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.index.RowSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search index of one account. It follows the store by the same {@link Change}s.
 *
 * <p>Not thread-safe: questions may share it, {@link #apply} needs it alone ({@link AccountState}
 * sees to that); a {@link BegunSearch} runs beside both. A person takes about 200 bytes of heap
 * beside the rows.
 */
final class AccountIndex implements AutoCloseable {
  /**
   * A person that a search has found.
   *
   * @param id the person
   * @param face the most similar face, where faces were searched
   * @param similarity inner product in doubles
   */
  record Found(PersonId id, Optional<FaceId> face, double similarity) {}

  private final Map<PersonId, IndexedPerson> persons = new HashMap<>();

  /** Persons at their numbers; the places of removed ones stay empty. */
  private final List<@Nullable IndexedPerson> personsByNumber = new ArrayList<>();

  private final Map<String, EmbedderIndex> embedders = new HashMap<>();

  /**
   * Persons as they will be when their group has changed its model version. Their rows are in no
   * group, so that nothing finds them.
   */
  private final Map<PersonId, IndexedPerson> prepared = new HashMap<>();

  private final Set<GroupId> groupsBeingDeleted = new HashSet<>();
  private final IndexResources resources;
  private long faceCount;

  private AccountIndex(IndexResources resources) {
    this.resources = resources;
  }

  /** Reads an account from the store, to which nobody may write meanwhile. */
  static AccountIndex load(
      GalleryStore store, AccountId account, IndexResources resources, LoadProgress progress) {
    AccountIndex index = new AccountIndex(resources);
    try {
      new IndexLoader(index, progress).load(store, account);
      return index;
    } catch (RuntimeException | Error e) {
      index.close();
      throw e;
    }
  }

  /** Follows a change that the store has made. */
  void apply(Change change) {
    switch (change) {
      case Change.GroupAdded _, Change.GroupChanged _ -> {}
      case Change.PersonChanged _, Change.PersonTagged _, Change.MembershipChanged _ -> {}
      case Change.UpgradeStarted _, Change.UpgradeChanged _ -> {}
      case Change.TemplateKept _, Change.LookKept _, Change.OfCustomPersons _ -> {}
      case Change.GroupRemoved removed -> removeGroup(removed.id());
      case Change.GroupDeletionBegun begun -> markDeletion(begun.id());
      case Change.GroupVersionChanged changed -> exchange(changed.id());
      case Change.PersonAdded added -> addPerson(added.id());
      case Change.PersonRemoved removed -> removePerson(removed.id());
      case Change.MembershipAdded added ->
          known(added.personId()).join(added.membership().groupId());
      case Change.MembershipRemoved removed -> known(removed.personId()).leave(removed.groupId());
      case Change.FaceAdded added -> addFace(added.personId(), added.face());
      case Change.FaceRemoved removed -> removeFace(removed.personId(), removed.faceId());
    }
  }

  /** Takes in that a group's deletion has begun. */
  void markDeletion(GroupId id) {
    groupsBeingDeleted.add(id);
  }

  /** Takes in a part of the store; its persons are new here. */
  void add(PreparedPart part) {
    int firstNumber = personsByNumber.size();
    part.persons().forEach(person -> addPerson(person.id()).groups = person.groups());
    part.blocks()
        .forEach(
            (embedderId, block) -> {
              EmbedderIndex embedder = embedderOf(embedderId, block.rows().dimensions());
              int firstOrdinal = embedder.rows().addAll(block.rows(), firstNumber);
              for (PreparedPart.PersonRows rows : block.persons()) {
                byNumber(firstNumber + rows.place()).setRows(rows, firstOrdinal, embedder);
              }
            });
    faceCount += part.faceCount();
  }

  private IndexedPerson addPerson(PersonId id) {
    IndexedPerson person = new IndexedPerson(id, personsByNumber.size());
    persons.put(id, person);
    personsByNumber.add(person);
    return person;
  }

  private void removePerson(PersonId id) {
    IndexedPerson person = known(id);
    forget(id);
    faceCount -= person.faces.size();
    person.removeAll();
    persons.remove(id);
    personsByNumber.set(person.number, null);
  }

  private void removeGroup(GroupId id) {
    members(id).forEach(person -> person.leave(id));
    groupsBeingDeleted.remove(id);
  }

  private List<IndexedPerson> members(GroupId id) {
    List<IndexedPerson> members = new ArrayList<>();
    for (EmbedderIndex embedder : embedders.values()) {
      for (int owner : embedder.rows().owners(new GroupRows(id, Kind.PERSONS))) {
        members.add(byNumber(owner));
      }
    }
    return members;
  }

  private void addFace(PersonId id, Face face) {
    forget(id);
    addFaces(known(id), List.of(face));
    faceCount++;
  }

  private void addFaces(IndexedPerson person, List<Face> faces) {
    if (faces.isEmpty()) {
      return;
    }
    Template first = faces.getFirst().template();
    person.addFaces(faces, embedderOf(first.embedderId(), first.dimensions()));
  }

  private void removeFace(PersonId id, FaceId face) {
    forget(id);
    known(id).removeFace(face);
    faceCount--;
  }

  /** Puts prepared persons in the places of all members of a group. */
  private void exchange(GroupId group) {
    for (IndexedPerson person : members(group)) {
      IndexedPerson successor = prepared.remove(person.id);
      if (successor == null) {
        throw new IllegalStateException("person " + person.id + " was not prepared");
      }
      person.groups.forEach(successor::join);
      person.removeAll();
      persons.put(person.id, successor);
      personsByNumber.set(person.number, successor);
    }
  }

  /**
   * Reads in a person's faces as another model version sees them; nothing if the person is gone. A
   * change of the person's faces undoes it.
   */
  void prepare(PersonId id, List<Face> faces) {
    IndexedPerson person = persons.get(id);
    if (person == null) {
      return;
    }
    forget(id);
    IndexedPerson successor = new IndexedPerson(id, person.number);
    prepared.put(id, successor);
    addFaces(successor, faces);
  }

  /** The members of groups; who is in several is told several times. */
  List<PersonId> memberIds(Collection<GroupId> groups) {
    return groups.stream()
        .flatMap(group -> members(group).stream())
        .map(person -> person.id)
        .toList();
  }

  /** The members of a group who are not prepared. */
  List<PersonId> unprepared(GroupId group) {
    return members(group).stream()
        .map(person -> person.id)
        .filter(id -> !prepared.containsKey(id))
        .toList();
  }

  /** Undoes all that was prepared for a group. */
  void forgetPrepared(GroupId group) {
    members(group).forEach(person -> forget(person.id));
  }

  private void forget(PersonId id) {
    IndexedPerson successor = prepared.remove(id);
    if (successor != null) {
      successor.removeAll();
    }
  }

  /** A member of the group who is in another group too. */
  Optional<PersonId> sharedMember(GroupId group) {
    return members(group).stream()
        .filter(person -> person.groups.size() > 1)
        .map(person -> person.id)
        .findFirst();
  }

  /** Whether a group's deletion has begun. */
  boolean isBeingDeleted(GroupId group) {
    return groupsBeingDeleted.contains(group);
  }

  /** The groups whose deletion has begun. */
  List<GroupId> groupsBeingDeleted() {
    return List.copyOf(groupsBeingDeleted);
  }

  private EmbedderIndex embedderOf(String embedderId, int dimensions) {
    return embedders.computeIfAbsent(
        embedderId, id -> EmbedderIndex.empty(id, dimensions, resources));
  }

  private IndexedPerson known(PersonId id) {
    IndexedPerson person = persons.get(id);
    if (person == null) {
      throw new IllegalStateException("the index does not know person " + id);
    }
    return person;
  }

  private IndexedPerson byNumber(int number) {
    IndexedPerson person = personsByNumber.get(number);
    if (person == null) {
      throw new IllegalStateException("the index has a row of a removed person");
    }
    return person;
  }

  /** The dimensions of an embedder's vectors, once the account has any. */
  OptionalInt dimensions(String embedderId) {
    EmbedderIndex embedder = embedders.get(embedderId);
    return embedder == null ? OptionalInt.empty() : OptionalInt.of(embedder.rows().dimensions());
  }

  /** The account's faces. */
  long faceCount() {
    return faceCount;
  }

  /** Persons and faces in the union of groups, of all embedders. */
  GroupSize size(Collection<GroupId> groups) {
    return sum(groups, embedders.values());
  }

  /** Persons and faces of one embedder in the union of groups. */
  GroupSize size(Collection<GroupId> groups, String embedderId) {
    EmbedderIndex embedder = embedders.get(embedderId);
    return sum(groups, embedder == null ? List.of() : List.of(embedder));
  }

  private static GroupSize sum(Collection<GroupId> groups, Collection<EmbedderIndex> embedders) {
    long personCount = 0;
    long faceCount = 0;
    for (EmbedderIndex embedder : embedders) {
      personCount += embedder.rows().count(GroupRows.of(groups, Kind.PERSONS));
      faceCount += embedder.rows().count(GroupRows.of(groups, Kind.FACES));
    }
    return new GroupSize(personCount, faceCount);
  }

  /** Begins one search of a {@link BegunSearch}; none if nothing can be compared with the probe. */
  Optional<RowSearch> begin(Kind kind, Collection<GroupId> groups, Template probe, int max) {
    FaceIndex.Ties ties =
        switch (kind) {
          case FACES -> FaceIndex.Ties.SMALLEST_KEY;
          case PERSONS -> FaceIndex.Ties.SMALLEST_OWNER;
        };
    return Optional.ofNullable(embedders.get(probe.embedderId()))
        .map(
            embedder ->
                embedder.rows().begin(GroupRows.of(groups, kind), probe.components(), max, ties));
  }

  /**
   * Who was found by a search.
   *
   * @param hits what it has given, for each part
   * @return empty if somebody who was found has been removed since the search began, or the search
   *     began in another index
   */
  Optional<List<List<Found>>> found(BegunSearch search, List<List<Hit>> hits) {
    if (!search.isOf(this)) {
      return Optional.empty();
    }
    List<List<Found>> found = new ArrayList<>();
    for (List<Hit> part : hits) {
      List<Found> persons = new ArrayList<>();
      for (Hit hit : part) {
        IndexedPerson person = personsByNumber.get(hit.owner());
        if (person == null) {
          return Optional.empty();
        }
        persons.add(found(person.id, search.kind(), hit));
      }
      found.add(persons);
    }
    return Optional.of(found);
  }

  private static Found found(PersonId id, Kind kind, Hit hit) {
    Optional<FaceId> face =
        switch (kind) {
          case FACES -> Optional.of(new FaceId(hit.key()));
          case PERSONS -> Optional.empty();
        };
    // Summed up as a verification does, so that both give the same score.
    return new Found(id, face, hit.similarity());
  }

  /** Frees the memory of all rows. */
  @Override
  public void close() {
    embedders.values().forEach(EmbedderIndex::close);
  }
}
