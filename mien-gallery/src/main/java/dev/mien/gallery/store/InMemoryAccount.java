package dev.mien.gallery.store;

import dev.mien.gallery.Change;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.FaceLook;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.Membership;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.UpgradeJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One account of the store in memory. Rows never change: a change puts another row in their place.
 */
final class InMemoryAccount {
  /** A group; rows with a smaller sequence are older. */
  record GroupRow(long sequence, Group group) {}

  /**
   * A person with the values of its memberships by group; rows with a smaller sequence are older.
   */
  record PersonRow(
      long sequence,
      Change.PersonAdded added,
      String tag,
      Map<GroupId, List<String>> values,
      List<Face> faces,
      List<Change.TemplateKept> kept,
      Map<FaceId, FaceLook> looks) {
    PersonRow {
      values = Map.copyOf(values);
      faces = List.copyOf(faces);
      kept = List.copyOf(kept);
      looks = Map.copyOf(looks);
    }

    /** A person that has nothing yet. */
    PersonRow(long sequence, Change.PersonAdded added) {
      this(sequence, added, "", Map.of(), List.of(), List.of(), Map.of());
    }

    /** The faces with the templates kept for a version, or else those they were added with. */
    List<Face> faces(ModelVersion version) {
      return faces.stream()
          .map(
              face ->
                  kept.stream()
                      .filter(one -> one.faceId().equals(face.id()) && one.version() == version)
                      .findFirst()
                      .map(one -> face.seenAs(one.template()))
                      .orElse(face))
          .toList();
    }

    /** The faces with the templates of the person's version. */
    List<Face> currentFaces() {
      return faces(added.modelVersion());
    }

    Person toPerson() {
      return new Person(
          added.id(),
          added.name(),
          added.gender(),
          added.modelVersion(),
          faces.stream().map(Face::id).toList(),
          added.createdAt(),
          tag);
    }

    PersonRow with(Map<GroupId, List<String>> otherValues) {
      return new PersonRow(sequence, added, tag, otherValues, faces, kept, looks);
    }

    PersonRow with(List<Face> otherFaces, List<Change.TemplateKept> otherKept) {
      return new PersonRow(sequence, added, tag, values, otherFaces, otherKept, looks);
    }

    PersonRow with(Change.PersonAdded otherAdded) {
      return new PersonRow(sequence, otherAdded, tag, values, faces, kept, looks);
    }

    PersonRow withTag(String otherTag) {
      return new PersonRow(sequence, added, otherTag, values, faces, kept, looks);
    }

    PersonRow withLooks(Map<FaceId, FaceLook> otherLooks) {
      return new PersonRow(sequence, added, tag, values, faces, kept, otherLooks);
    }
  }

  private Map<GroupId, GroupRow> groups = new HashMap<>();
  private Map<PersonId, PersonRow> persons = new HashMap<>();
  private Map<String, UpgradeJob> jobs = new LinkedHashMap<>();
  private Set<GroupId> deletions = new LinkedHashSet<>();
  private InMemoryCustomPersons customPersons = new InMemoryCustomPersons();
  private long sequence;

  /** Works on copies, which take the place of the maps when all has gone well. */
  void apply(List<Change> changes) {
    InMemoryAccount copy = new InMemoryAccount();
    copy.groups = new HashMap<>(groups);
    copy.persons = new HashMap<>(persons);
    copy.jobs = new LinkedHashMap<>(jobs);
    copy.deletions = new LinkedHashSet<>(deletions);
    copy.customPersons = customPersons.copy();
    copy.sequence = sequence;
    for (Change change : changes) {
      copy.apply(change);
      copy.customPersons.follow(change);
    }
    groups = copy.groups;
    persons = copy.persons;
    jobs = copy.jobs;
    deletions = copy.deletions;
    customPersons = copy.customPersons;
    sequence = copy.sequence;
  }

  private void apply(Change change) {
    switch (change) {
      case Change.GroupAdded added -> {
        requireFitting(!groups.containsKey(added.group().id()), change);
        putGroup(change, new GroupRow(sequence++, added.group()));
      }
      case Change.GroupChanged changed -> {
        GroupRow before = group(changed.group().id()).orElseThrow(() -> unfitting(change));
        putGroup(change, new GroupRow(before.sequence(), changed.group()));
      }
      case Change.GroupRemoved removed -> {
        requireFitting(groups.remove(removed.id()) != null, change);
        jobs.values().removeIf(job -> job.groupId().equals(removed.id()));
        deletions.remove(removed.id());
        persons.replaceAll(
            (id, row) ->
                row.values().containsKey(removed.id())
                    ? row.with(without(row.values(), removed.id()))
                    : row);
      }
      case Change.GroupDeletionBegun begun ->
          requireFitting(groups.containsKey(begun.id()) && deletions.add(begun.id()), change);
      case Change.GroupVersionChanged changed -> changeVersion(changed);
      case Change.UpgradeStarted started ->
          requireFitting(
              groups.containsKey(started.job().groupId())
                  && jobs.put(started.job().id(), started.job()) == null,
              change);
      case Change.UpgradeChanged changed -> {
        UpgradeJob before = jobs.put(changed.job().id(), changed.job());
        requireFitting(before != null && before.groupId().equals(changed.job().groupId()), change);
      }
      case Change.PersonAdded added -> {
        requireFitting(!persons.containsKey(added.id()), change);
        persons.put(added.id(), new PersonRow(sequence++, added));
      }
      case Change.PersonChanged changed -> {
        PersonRow row = person(changed.id()).orElseThrow(() -> unfitting(change));
        persons.put(changed.id(), renamed(row, changed));
      }
      case Change.PersonTagged tagged -> {
        PersonRow row = person(tagged.id()).orElseThrow(() -> unfitting(change));
        persons.put(tagged.id(), row.withTag(tagged.tag()));
      }
      case Change.PersonRemoved removed ->
          requireFitting(persons.remove(removed.id()) != null, change);
      case Change.MembershipAdded added ->
          putMembership(change, added.personId(), added.membership(), false);
      case Change.MembershipChanged changed ->
          putMembership(change, changed.personId(), changed.membership(), true);
      case Change.MembershipRemoved removed -> {
        PersonRow row = person(removed.personId()).orElseThrow(() -> unfitting(change));
        requireFitting(row.values().containsKey(removed.groupId()), change);
        persons.put(removed.personId(), row.with(without(row.values(), removed.groupId())));
      }
      case Change.FaceAdded added -> addFace(added);
      case Change.TemplateKept kept -> keepTemplate(kept);
      case Change.LookKept kept -> keepLook(kept);
      case Change.FaceRemoved removed -> removeFace(removed);
      case Change.OfCustomPersons custom -> customPersons.apply(custom.change(), this);
    }
  }

  private void putGroup(Change change, GroupRow row) {
    Group group = row.group();
    requireFitting(
        groups.values().stream()
            .map(GroupRow::group)
            .noneMatch(
                known -> known.name().equals(group.name()) && !known.id().equals(group.id())),
        change);
    requireFitting(
        group.fieldNames().stream().distinct().count() == group.fieldNames().size(), change);
    groups.put(group.id(), row);
  }

  private static PersonRow renamed(PersonRow row, Change.PersonChanged changed) {
    Change.PersonAdded added =
        new Change.PersonAdded(
            changed.id(),
            changed.name(),
            changed.gender(),
            row.added().modelVersion(),
            row.added().createdAt());
    return row.with(added);
  }

  private void changeVersion(Change.GroupVersionChanged change) {
    Group group = group(change.id()).orElseThrow(() -> unfitting(change)).group();
    Group changed =
        new Group(
            group.id(),
            group.name(),
            group.fieldNames(),
            group.tag(),
            change.version(),
            group.createdAt(),
            group.updatedAt());
    groups.computeIfPresent(change.id(), (id, row) -> new GroupRow(row.sequence(), changed));
    persons.replaceAll(
        (id, row) ->
            row.values().containsKey(change.id())
                ? row.with(
                    new Change.PersonAdded(
                        id,
                        row.added().name(),
                        row.added().gender(),
                        change.version(),
                        row.added().createdAt()))
                : row);
  }

  private void keepTemplate(Change.TemplateKept kept) {
    PersonRow row = person(kept.personId()).orElseThrow(() -> unfitting(kept));
    requireFitting(row.faces().stream().anyMatch(face -> face.id().equals(kept.faceId())), kept);
    requireFitting(
        row.kept().stream()
            .noneMatch(
                one -> one.faceId().equals(kept.faceId()) && one.version() == kept.version()),
        kept);
    List<Change.TemplateKept> all = new ArrayList<>(row.kept());
    all.add(kept);
    persons.put(kept.personId(), row.with(row.faces(), all));
  }

  private void keepLook(Change.LookKept kept) {
    PersonRow row = person(kept.personId()).orElseThrow(() -> unfitting(kept));
    requireFitting(row.faces().stream().anyMatch(face -> face.id().equals(kept.faceId())), kept);
    Map<FaceId, FaceLook> looks = new HashMap<>(row.looks());
    requireFitting(looks.put(kept.faceId(), kept.look()) == null, kept);
    persons.put(kept.personId(), row.withLooks(looks));
  }

  private void putMembership(Change change, PersonId id, Membership membership, boolean exists) {
    PersonRow row = person(id).orElseThrow(() -> unfitting(change));
    requireFitting(groups.containsKey(membership.groupId()), change);
    requireFitting(row.values().containsKey(membership.groupId()) == exists, change);
    Map<GroupId, List<String>> values = new LinkedHashMap<>(row.values());
    values.put(membership.groupId(), membership.values());
    persons.put(id, row.with(values));
  }

  private static Map<GroupId, List<String>> without(
      Map<GroupId, List<String>> values, GroupId group) {
    Map<GroupId, List<String>> rest = new HashMap<>(values);
    rest.remove(group);
    return rest;
  }

  private void addFace(Change.FaceAdded added) {
    PersonRow row = person(added.personId()).orElseThrow(() -> unfitting(added));
    FaceId id = added.face().id();
    requireFitting(
        persons.values().stream()
            .flatMap(person -> person.faces().stream())
            .noneMatch(face -> face.id().equals(id)),
        added);
    List<Face> faces = new ArrayList<>(row.faces());
    faces.add(added.face());
    faces.sort(Comparator.comparing(Face::id));
    persons.put(added.personId(), row.with(faces, row.kept()));
  }

  private void removeFace(Change.FaceRemoved removed) {
    PersonRow row = person(removed.personId()).orElseThrow(() -> unfitting(removed));
    List<Face> faces = new ArrayList<>(row.faces());
    requireFitting(faces.removeIf(face -> face.id().equals(removed.faceId())), removed);
    List<Change.TemplateKept> kept = new ArrayList<>(row.kept());
    kept.removeIf(one -> one.faceId().equals(removed.faceId()));
    Map<FaceId, FaceLook> looks = new HashMap<>(row.looks());
    looks.remove(removed.faceId());
    persons.put(removed.personId(), row.with(faces, kept).withLooks(looks));
  }

  private static void requireFitting(boolean fits, Change change) {
    if (!fits) {
      throw unfitting(change);
    }
  }

  private static StoreException unfitting(Change change) {
    return new StoreException(
        "A " + change.getClass().getSimpleName() + " does not fit to what is there");
  }

  Optional<GroupRow> group(GroupId id) {
    return Optional.ofNullable(groups.get(id));
  }

  Optional<PersonRow> person(PersonId id) {
    return Optional.ofNullable(persons.get(id));
  }

  /** Oldest first. */
  Stream<UpgradeJob> jobs() {
    return jobs.values().stream();
  }

  InMemoryCustomPersons customPersons() {
    return customPersons;
  }

  /** Groups that are being deleted. */
  Set<GroupId> deletions() {
    return deletions;
  }

  /** Oldest first. */
  Stream<GroupRow> groups() {
    return groups.values().stream().sorted(Comparator.comparingLong(GroupRow::sequence));
  }

  /** Oldest first. */
  Stream<PersonRow> persons() {
    return persons.values().stream().sorted(Comparator.comparingLong(PersonRow::sequence));
  }

  /** Oldest group first. */
  Stream<Membership> memberships(PersonRow row) {
    return groups()
        .map(GroupRow::group)
        .filter(group -> row.values().containsKey(group.id()))
        .map(group -> new Membership(group.id(), values(row, group.id())));
  }

  /** One text a field of the group. */
  List<String> values(PersonRow row, GroupId group) {
    return row.values().getOrDefault(group, List.of());
  }
}
