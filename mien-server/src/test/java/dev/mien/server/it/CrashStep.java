package dev.mien.server.it;

import dev.mien.server.it.CrashModel.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A write that must succeed on what a {@link CrashModel} says is there.
 *
 * @param action of IAI
 * @param json its parameters, in single quotes
 * @param after what there is when it is done
 * @param told what there is when it is done and its answer was read
 */
record CrashStep(String action, String json, CrashModel after, UnaryOperator<Answered> told) {
  private static final int GROUPS_MAX = 2;
  private static final int PERSONS_MAX = 6;
  private static final int FACES_MAX = 5;

  /** An answer, and the model that it is about. */
  record Answered(CrashModel model, JsonNode answer) {}

  /** What the client knows once it has the answer. */
  CrashModel acknowledged(JsonNode answer) {
    return told.apply(new Answered(after, answer)).model();
  }

  private static CrashStep of(String action, String json, CrashModel after) {
    return new CrashStep(action, json, after, answered -> answered);
  }

  /** Something that can be done, chosen by chance. */
  static CrashStep next(CrashModel model, String owner, Random random) {
    Optional<CrashStep> step = Optional.empty();
    while (step.isEmpty()) {
      step =
          switch (random.nextInt(12)) {
            case 0, 1 -> createGroup(model, owner, random);
            case 2, 3, 4 -> createPerson(model, owner, random);
            case 5, 6 -> createFace(model, random);
            case 7 -> deleteFace(model, random);
            case 8 -> rename(model, random);
            case 9 -> copy(model, random);
            case 10 -> leaveOrDelete(model, random);
            default -> deleteGroupOrTag(model, random);
          };
    }
    return step.get();
  }

  private static Optional<CrashStep> createGroup(CrashModel model, String owner, Random random) {
    String id = owner + "g" + random.nextInt(GROUPS_MAX);
    return model.tags().containsKey(id)
        ? Optional.empty()
        : Optional.of(
            of(
                "CreateGroup",
                "{'GroupId':'%s','GroupName':'%s','Tag':'new'}".formatted(id, id),
                model.withTag(id, "new")));
  }

  private static Optional<CrashStep> createPerson(CrashModel model, String owner, Random random) {
    String id = owner + "p" + random.nextInt(PERSONS_MAX);
    if (model.persons().containsKey(id) || model.tags().isEmpty()) {
      return Optional.empty();
    }
    String group = any(model.tags(), random);
    CrashModel after = model.withPerson(id, new Person("new", Set.of(), 1, Set.of(group)));
    return Optional.of(
        new CrashStep(
            "CreatePerson",
            "{'GroupId':'%s','PersonId':'%s','PersonName':'new','Image':'%s'}"
                .formatted(group, id, Photos.ANN.base64()),
            after,
            answered -> told(answered, id, Set.of(answered.answer().get("FaceId").asString()))));
  }

  private static Optional<CrashStep> createFace(CrashModel model, Random random) {
    Optional<String> id = anyPerson(model, random, person -> person.faces().size() < FACES_MAX);
    return id.map(
        person ->
            new CrashStep(
                "CreateFace",
                "{'PersonId':'%s','FaceMatchThreshold':0,'Images':['%s']}"
                    .formatted(person, Photos.ANN_AGAIN.base64()),
                model.withPerson(person, known -> known.with(known.faces(), 1)),
                answered ->
                    told(
                        answered,
                        person,
                        Set.of(answered.answer().get("SucFaceIds").get(0).asString()))));
  }

  private static Answered told(Answered answered, String person, Set<String> faces) {
    return new Answered(
        answered
            .model()
            .withPerson(
                person,
                known -> {
                  Set<String> all = new TreeSet<>(known.faces());
                  all.addAll(faces);
                  return known.with(all, 0);
                }),
        answered.answer());
  }

  private static Optional<CrashStep> deleteFace(CrashModel model, Random random) {
    Optional<String> id = anyPerson(model, random, person -> person.faces().size() > 1);
    return id.map(
        person -> {
          Set<String> faces = new TreeSet<>(model.persons().get(person).faces());
          String face = faces.iterator().next();
          faces.remove(face);
          return of(
              "DeleteFace",
              "{'PersonId':'%s','FaceIds':['%s']}".formatted(person, face),
              model.withPerson(person, known -> known.with(faces, 0)));
        });
  }

  private static Optional<CrashStep> rename(CrashModel model, Random random) {
    String name = "name " + random.nextInt(1000);
    return anyPerson(model, random, _ -> true)
        .map(
            person ->
                of(
                    "ModifyPersonBaseInfo",
                    "{'PersonId':'%s','PersonName':'%s'}".formatted(person, name),
                    model.withPerson(person, known -> known.named(name))));
  }

  private static Optional<CrashStep> copy(CrashModel model, Random random) {
    return anyPerson(model, random, person -> person.groups().size() < model.tags().size())
        .map(
            person -> {
              Set<String> all = model.tags().keySet();
              return of(
                  "CopyPerson",
                  "{'PersonId':'%s','GroupIds':['%s']}".formatted(person, missing(model, person)),
                  model.withPerson(person, known -> known.in(all)));
            });
  }

  /** With two groups there is exactly one that a person in one of them is not in. */
  private static String missing(CrashModel model, String person) {
    Set<String> others = new TreeSet<>(model.tags().keySet());
    others.removeAll(model.persons().get(person).groups());
    return others.iterator().next();
  }

  private static Optional<CrashStep> leaveOrDelete(CrashModel model, Random random) {
    return anyPerson(model, random, _ -> true)
        .map(
            person -> {
              Set<String> groups = new TreeSet<>(model.persons().get(person).groups());
              if (groups.size() == 1) {
                return of(
                    "DeletePerson",
                    "{'PersonId':'%s'}".formatted(person),
                    model.withoutPerson(person));
              }
              String left = groups.iterator().next();
              groups.remove(left);
              return of(
                  "DeletePersonFromGroup",
                  "{'PersonId':'%s','GroupId':'%s'}".formatted(person, left),
                  model.withPerson(person, known -> known.in(groups)));
            });
  }

  private static Optional<CrashStep> deleteGroupOrTag(CrashModel model, Random random) {
    if (model.tags().isEmpty()) {
      return Optional.empty();
    }
    String id = any(model.tags(), random);
    if (random.nextInt(3) == 0) {
      return Optional.of(
          of("DeleteGroup", "{'GroupId':'%s'}".formatted(id), model.withoutGroup(id)));
    }
    String tag = "tag " + random.nextInt(1000);
    return Optional.of(
        of(
            "ModifyGroup",
            "{'GroupId':'%s','Tag':'%s'}".formatted(id, tag),
            model.withTag(id, tag)));
  }

  private static Optional<String> anyPerson(
      CrashModel model, Random random, Predicate<Person> condition) {
    List<String> fitting = new ArrayList<>();
    model
        .persons()
        .forEach(
            (id, person) -> {
              if (condition.test(person)) {
                fitting.add(id);
              }
            });
    fitting.sort(null);
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(random.nextInt(fitting.size())));
  }

  private static String any(Map<String, String> tags, Random random) {
    List<String> ids = tags.keySet().stream().sorted().toList();
    return ids.get(random.nextInt(ids.size()));
  }
}
