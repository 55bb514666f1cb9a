package dev.mien.gallery;

import dev.mien.gallery.score.Score;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One account as the rules describe it, in nothing but maps, every question answered by looking at
 * everything. It is told which face ids the real gallery gave.
 */
final class NaiveGallery {
  static final class NaiveGroup {
    ModelVersion version;
    String name;
    String tag;
    List<String> fields;

    /** Whether there is an upgrade to take back. */
    boolean upgraded;

    boolean reverted;
  }

  static final class NaivePerson {
    String name;
    Gender gender;
    ModelVersion version;
    final Map<GroupId, List<String>> values = new LinkedHashMap<>();
    final TreeMap<FaceId, FaceTemplates> faces = new TreeMap<>();

    List<Template> templates() {
      return faces.values().stream().map(face -> face.of(version)).toList();
    }

    Template fused() {
      return RatedTemplate.fused(
          faces.values().stream()
              .map(face -> new RatedTemplate(face.of(version), face.quality()))
              .toList());
    }
  }

  final Map<GroupId, NaiveGroup> groups = new LinkedHashMap<>();
  final Map<PersonId, NaivePerson> persons = new LinkedHashMap<>();
  final Deque<FaceId> givenFaceIds = new ArrayDeque<>();
  private final GalleryLimits limits;

  NaiveGallery(GalleryLimits limits) {
    this.limits = limits;
  }

  /** Done at once, while the real gallery takes its time. */
  String upgrade(GroupId id) throws GalleryException {
    NaiveGroup group = group(id);
    require(group.version == ModelVersion.V2_0, GalleryError.UPGRADE_NOT_NEWER);
    change(id, ModelVersion.V3_0);
    group.upgraded = true;
    return "done";
  }

  /** Takes back the group's last upgrade. */
  String revert(GroupId id) throws GalleryException {
    NaiveGroup group = group(id);
    require(!group.reverted, GalleryError.REVERT_ONLY_ONCE);
    try {
      change(id, ModelVersion.V2_0);
    } catch (GalleryException e) {
      throw new GalleryException(GalleryError.REVERT_BLOCKED, "-");
    }
    group.reverted = true;
    group.upgraded = false;
    return "done";
  }

  private void change(GroupId id, ModelVersion version) throws GalleryException {
    Collection<NaivePerson> members = members(List.of(id)).values();
    require(
        members.stream().allMatch(person -> person.values.size() == 1),
        GalleryError.UPGRADE_SHARED_PERSON);
    require(faceCount(id) <= limits.facesPerGroup(version), GalleryError.UPGRADE_FACES_TOO_MANY);
    require(
        members.stream()
            .flatMap(person -> person.faces.values().stream())
            .allMatch(face -> face.byVersion().containsKey(version)),
        GalleryError.UPGRADE_FACES_LOST);
    members.forEach(person -> person.version = version);
    group(id).version = version;
  }

  private static void require(boolean condition, GalleryError error) throws GalleryException {
    if (!condition) {
      throw new GalleryException(error, "-");
    }
  }

  NaiveGroup group(GroupId id) throws GalleryException {
    require(groups.containsKey(id), GalleryError.GROUP_NOT_FOUND);
    return groups.get(id);
  }

  NaivePerson person(PersonId id) throws GalleryException {
    require(persons.containsKey(id), GalleryError.PERSON_NOT_FOUND);
    return persons.get(id);
  }

  String createGroup(NewGroup wanted) throws GalleryException {
    require(!groups.containsKey(wanted.id()), GalleryError.GROUP_ID_EXISTS);
    require(
        groups.values().stream().noneMatch(group -> group.name.equals(wanted.name())),
        GalleryError.GROUP_NAME_EXISTS);
    require(groups.size() < limits.groupsPerAccount(), GalleryError.GROUPS_TOO_MANY);
    NaiveGroup group = new NaiveGroup();
    group.version = wanted.modelVersion();
    group.name = wanted.name();
    group.tag = wanted.tag();
    group.fields = wanted.fieldNames();
    groups.put(wanted.id(), group);
    return "done";
  }

  String deleteGroup(GroupId id) throws GalleryException {
    group(id);
    groups.remove(id);
    persons.values().forEach(person -> person.values.remove(id));
    persons.values().removeIf(person -> person.values.isEmpty());
    return "done";
  }

  String rename(GroupId id, String name, List<IndexedText> fields) throws GalleryException {
    NaiveGroup group = group(id);
    require(
        groups.entrySet().stream()
            .noneMatch(other -> other.getValue().name.equals(name) && !other.getKey().equals(id)),
        GalleryError.GROUP_NAME_EXISTS);
    List<String> renamed = new ArrayList<>(group.fields);
    for (IndexedText field : fields) {
      require(field.position() < renamed.size(), GalleryError.GROUP_FIELD_UNKNOWN);
      renamed.set((int) field.position(), field.text());
    }
    require(new HashSet<>(renamed).size() == renamed.size(), GalleryError.GROUP_FIELD_NAME_EXISTS);
    group.name = name;
    group.fields = renamed;
    return "done";
  }

  String createPerson(NewPerson wanted, Optional<UniquenessRule> rule) throws GalleryException {
    NaiveGroup group = group(wanted.groupId());
    require(!persons.containsKey(wanted.id()), GalleryError.PERSON_ID_EXISTS);
    NaivePerson person = new NaivePerson();
    List<String> values = changed(emptyValues(group), wanted.values());
    requireRoom(wanted.groupId(), 1);
    require(allFaces() + 1 <= limits.facesPerAccount(), GalleryError.ACCOUNT_FACES_TOO_MANY);
    ModelVersion version = group.version;
    if (rule.isPresent() && faceCount(wanted.groupId()) > 0) {
      Found best = faces(List.of(wanted.groupId()), wanted.templates().of(version)).getFirst();
      double rate = rule.get().falseAlarmRate() / faceCount(wanted.groupId());
      if (score(version, best.similarity).reaches(version.scoreLine().score(rate))) {
        return "similar to " + best.person;
      }
    }
    person.name = wanted.name();
    person.gender = wanted.gender();
    person.version = version;
    person.values.put(wanted.groupId(), values);
    person.faces.put(givenFaceIds.removeFirst(), wanted.templates());
    persons.put(wanted.id(), person);
    return "done";
  }

  String deletePerson(PersonId id) throws GalleryException {
    person(id);
    persons.remove(id);
    return "done";
  }

  String deletePersonFromGroup(GroupId groupId, PersonId id) throws GalleryException {
    group(groupId);
    NaivePerson person = persons.get(id);
    require(person != null && person.values.containsKey(groupId), GalleryError.NOT_A_MEMBER);
    person.values.remove(groupId);
    if (person.values.isEmpty()) {
      persons.remove(id);
    }
    return "done";
  }

  String copyPerson(PersonId id, List<GroupId> wanted) throws GalleryException {
    NaivePerson person = person(id);
    List<GroupId> distinct = wanted.stream().distinct().toList();
    require(
        person.values.size() + distinct.size() <= limits.groupsPerPerson(),
        GalleryError.PERSON_GROUPS_TOO_MANY);
    for (GroupId groupId : distinct) {
      NaiveGroup group = group(groupId);
      require(group.version == person.version, GalleryError.ACROSS_MODEL_VERSIONS);
      require(!person.values.containsKey(groupId), GalleryError.ALREADY_MEMBER);
      requireRoom(groupId, person.faces.size());
    }
    for (GroupId groupId : distinct) {
      person.values.put(groupId, emptyValues(group(groupId)));
    }
    return "done";
  }

  String modifyMembership(GroupId groupId, PersonId id, List<IndexedText> values)
      throws GalleryException {
    group(groupId);
    NaivePerson person = person(id);
    require(person.values.containsKey(groupId), GalleryError.NOT_A_MEMBER);
    person.values.put(groupId, changed(person.values.get(groupId), values));
    return "done";
  }

  String addFaces(PersonId id, List<FaceTemplates> templates, Optional<Score> threshold)
      throws GalleryException {
    NaivePerson person = person(id);
    List<FaceTemplates> accepted = new ArrayList<>();
    List<Boolean> outcome = new ArrayList<>();
    for (FaceTemplates template : templates) {
      Template seen = template.of(person.version);
      double best = person.templates().stream().mapToDouble(seen::similarity).max().orElseThrow();
      boolean similar = threshold.isEmpty() || score(person.version, best).exceeds(threshold.get());
      outcome.add(similar);
      if (similar) {
        accepted.add(template);
      }
    }
    require(
        person.faces.size() + accepted.size() <= limits.facesPerPerson(),
        GalleryError.PERSON_FACES_TOO_MANY);
    require(
        allFaces() + accepted.size() <= limits.facesPerAccount(),
        GalleryError.ACCOUNT_FACES_TOO_MANY);
    for (GroupId groupId : person.values.keySet()) {
      requireRoom(groupId, accepted.size());
    }
    accepted.forEach(template -> person.faces.put(givenFaceIds.removeFirst(), template));
    return outcome.toString();
  }

  String deleteFaces(PersonId id, List<FaceId> faceIds) throws GalleryException {
    NaivePerson person = person(id);
    List<FaceId> removed = faceIds.stream().distinct().filter(person.faces::containsKey).toList();
    require(
        person.faces.size() > 1 && removed.size() < person.faces.size(), GalleryError.LAST_FACE);
    removed.forEach(person.faces::remove);
    return removed.toString();
  }

  record Found(PersonId person, double similarity) {}

  /** All persons of the groups by their best face; of equal ones, who has the older best face. */
  List<Found> faces(List<GroupId> searched, Template probe) {
    record FoundFace(PersonId person, FaceId face, double similarity) {}
    List<FoundFace> best = new ArrayList<>();
    members(searched)
        .forEach(
            (id, person) ->
                person.faces.entrySet().stream()
                    .map(
                        face ->
                            new FoundFace(
                                id,
                                face.getKey(),
                                probe.similarity(face.getValue().of(person.version))))
                    .max(
                        Comparator.comparingDouble(FoundFace::similarity)
                            .thenComparing(FoundFace::face, Comparator.reverseOrder()))
                    .ifPresent(best::add));
    return best.stream()
        .sorted(
            Comparator.comparingDouble(FoundFace::similarity)
                .reversed()
                .thenComparing(FoundFace::face))
        .map(face -> new Found(face.person, face.similarity))
        .toList();
  }

  /** All persons of the groups by their fused faces; of equal ones, the older. */
  List<Found> fused(List<GroupId> searched, Template probe) {
    List<Found> found = new ArrayList<>();
    members(searched)
        .forEach((id, person) -> found.add(new Found(id, probe.similarity(person.fused()))));
    found.sort(Comparator.comparingDouble(Found::similarity).reversed());
    return found;
  }

  Map<PersonId, NaivePerson> members(List<GroupId> searched) {
    Map<PersonId, NaivePerson> members = new LinkedHashMap<>(persons);
    members.values().removeIf(person -> Collections.disjoint(person.values.keySet(), searched));
    return members;
  }

  long faceCount(GroupId group) {
    return members(List.of(group)).values().stream().mapToLong(p -> p.faces.size()).sum();
  }

  private long allFaces() {
    return persons.values().stream().mapToLong(person -> person.faces.size()).sum();
  }

  private void requireRoom(GroupId id, int more) throws GalleryException {
    long max = limits.facesPerGroup(groups.get(id).version);
    require(faceCount(id) + more <= max, GalleryError.GROUP_FACES_TOO_MANY);
  }

  static Score score(ModelVersion version, double similarity) {
    return GalleryFixture.CALIBRATIONS.score(
        GalleryFixture.NEW_EMBEDDER, version.scoreLine(), similarity);
  }

  private static List<String> emptyValues(NaiveGroup group) {
    return Collections.nCopies(group.fields.size(), "");
  }

  private static List<String> changed(List<String> values, List<IndexedText> changes)
      throws GalleryException {
    List<String> changed = new ArrayList<>(values);
    for (IndexedText change : changes) {
      require(change.position() < values.size(), GalleryError.PERSON_VALUE_UNKNOWN_FIELD);
      changed.set((int) change.position(), change.text());
    }
    return changed;
  }
}
