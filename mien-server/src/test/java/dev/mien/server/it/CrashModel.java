package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * What a client must find of what it has written, as plain maps: no rule of the gallery is in here
 * but those that {@link CrashStep} spells out.
 *
 * @param tags the remark of each group, by id
 * @param persons by id
 */
record CrashModel(Map<String, String> tags, Map<String, Person> persons) {
  /** Nothing was written. */
  static final CrashModel EMPTY = new CrashModel(Map.of(), Map.of());

  /**
   * A person.
   *
   * @param name the name
   * @param faces ids of faces that the client was told
   * @param untold how many faces more there are, whose ids the client was not told
   * @param groups the groups the person is in
   */
  record Person(String name, Set<String> faces, int untold, Set<String> groups) {
    Person {
      faces = Set.copyOf(faces);
      groups = Set.copyOf(groups);
    }

    Person named(String other) {
      return new Person(other, faces, untold, groups);
    }

    Person with(Set<String> otherFaces, int otherUntold) {
      return new Person(name, otherFaces, otherUntold, groups);
    }

    Person in(Set<String> otherGroups) {
      return new Person(name, faces, untold, otherGroups);
    }

    private boolean isFoundAs(Person other) {
      return other.untold == 0
          && name.equals(other.name)
          && groups.equals(other.groups)
          && other.faces.containsAll(faces)
          && other.faces.size() == faces.size() + untold;
    }
  }

  CrashModel {
    tags = Map.copyOf(tags);
    persons = Map.copyOf(persons);
  }

  CrashModel withTag(String group, String tag) {
    Map<String, String> changed = new TreeMap<>(tags);
    changed.put(group, tag);
    return new CrashModel(changed, persons);
  }

  CrashModel withPerson(String id, Person person) {
    Map<String, Person> changed = new TreeMap<>(persons);
    changed.put(id, person);
    return new CrashModel(tags, changed);
  }

  CrashModel withPerson(String id, UnaryOperator<Person> change) {
    return withPerson(id, change.apply(persons.get(id)));
  }

  CrashModel withoutPerson(String id) {
    Map<String, Person> changed = new TreeMap<>(persons);
    changed.remove(id);
    return new CrashModel(tags, changed);
  }

  /** Without a group, and without the persons who are in no other. */
  CrashModel withoutGroup(String id) {
    Map<String, String> otherTags = new TreeMap<>(tags);
    otherTags.remove(id);
    Map<String, Person> others = new TreeMap<>();
    persons.forEach(
        (person, known) -> {
          Set<String> groups = new TreeSet<>(known.groups());
          groups.remove(id);
          if (!groups.isEmpty()) {
            others.put(person, known.in(groups));
          }
        });
    return new CrashModel(otherTags, others);
  }

  /** Whether a server that has {@code found} has all of this and nothing else. */
  boolean isFoundAs(CrashModel found) {
    return tags.equals(found.tags)
        && persons.keySet().equals(found.persons.keySet())
        && persons.entrySet().stream()
            .allMatch(person -> person.getValue().isFoundAs(found.persons.get(person.getKey())));
  }

  /** Holds the server's searches to this: in each group all members are found, by all faces. */
  void requireSearchable(RawClient raw) throws Exception {
    for (String group : tags.keySet()) {
      Set<String> members = new TreeSet<>();
      long faces = 0;
      for (Map.Entry<String, Person> person : persons.entrySet()) {
        if (person.getValue().groups().contains(group)) {
          members.add(person.getKey());
          faces += person.getValue().faces().size();
        }
      }
      if (faces > 0) {
        String search =
            "{'GroupIds':['%s'],'MaxPersonNum':100,'Image':'%s'}"
                .formatted(group, Photos.ANN.base64());
        JsonNode answer = raw.ok("SearchFaces", search);
        assertThat(answer.get("FaceNum").asLong()).as("index and store agree").isEqualTo(faces);
        Set<String> candidates = new TreeSet<>();
        for (JsonNode candidate : answer.get("Results").get(0).get("Candidates")) {
          candidates.add(candidate.get("PersonId").asString());
        }
        assertThat(candidates).isEqualTo(members);
      }
    }
  }

  /** Reads from the server the groups whose ids begin with a prefix, and who is in them. */
  static CrashModel read(RawClient raw, String prefix) throws Exception {
    CrashModel found = EMPTY;
    for (JsonNode group : raw.ok("GetGroupList", "{'Limit':1000}").get("GroupInfos")) {
      String id = group.get("GroupId").asString();
      if (id.startsWith(prefix)) {
        found = found.withTag(id, group.get("Tag").asString());
        String list = "{'GroupId':'%s','Limit':1000}".formatted(id);
        for (JsonNode person : raw.ok("GetPersonList", list).get("PersonInfos")) {
          found = found.joined(person, id);
        }
      }
    }
    return found;
  }

  private CrashModel joined(JsonNode info, String group) {
    String id = info.get("PersonId").asString();
    Person known = persons.get(id);
    Set<String> groups = new TreeSet<>(known == null ? Set.of() : known.groups());
    groups.add(group);
    Set<String> faces = new TreeSet<>();
    info.get("FaceIds").forEach(face -> faces.add(face.asString()));
    return withPerson(id, new Person(info.get("PersonName").asString(), faces, 0, groups));
  }
}
