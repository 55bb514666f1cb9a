package dev.mien.server.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an account has in IAI, and the few calls that undo most changes of it: to make everything
 * anew costs five enrolments and two jobs.
 *
 * @param jobs upgrades of groups
 * @param groups by id, without the time of the last change
 * @param members persons by id, by the id of their group
 */
record IaiState(
    JsonNode jobs, Map<String, JsonNode> groups, Map<String, Map<String, JsonNode>> members) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static IaiState read(IaiWorld world) throws Exception {
    Map<String, JsonNode> groups = new LinkedHashMap<>();
    Map<String, Map<String, JsonNode>> members = new LinkedHashMap<>();
    for (JsonNode group : world.groups()) {
      ObjectNode timeless = (ObjectNode) group.deepCopy();
      timeless.remove("UpdateTimestamp");
      groups.put(text(group, "GroupId"), timeless);
      Map<String, JsonNode> persons = new LinkedHashMap<>();
      world.persons(group).forEach(person -> persons.put(text(person, "PersonId"), person));
      members.put(text(group, "GroupId"), persons);
    }
    return new IaiState(world.jobs(), groups, members);
  }

  /** Takes away what is not in this state, and gives groups and persons their names back. */
  void bringBack(IaiWorld world) throws Exception {
    for (JsonNode group : world.groups()) {
      String id = text(group, "GroupId");
      if (!groups.containsKey(id)) {
        world.attempt("DeleteGroup", JSON.objectNode().put("GroupId", id));
        continue;
      }
      nameAgain(world, groups.get(id), group);
      for (JsonNode person : world.persons(group)) {
        bringBack(world, id, person);
      }
    }
  }

  private void bringBack(IaiWorld world, String group, JsonNode person) throws Exception {
    ObjectNode ids = JSON.objectNode().put("PersonId", text(person, "PersonId"));
    JsonNode wanted = members.get(group).get(text(person, "PersonId"));
    if (wanted != null) {
      removeNewFaces(world, ids, wanted, person);
      nameAgain(world, group, ids, wanted, person);
    } else if (isKnown(text(person, "PersonId"))) {
      world.attempt("DeletePersonFromGroup", ids.put("GroupId", group));
    } else {
      world.attempt("DeletePerson", ids);
    }
  }

  private boolean isKnown(String person) {
    return members.values().stream().anyMatch(persons -> persons.containsKey(person));
  }

  private static void removeNewFaces(
      IaiWorld world, ObjectNode ids, JsonNode wanted, JsonNode found) throws Exception {
    ArrayNode added = JSON.arrayNode();
    for (JsonNode face : found.get("FaceIds")) {
      if (!wanted.get("FaceIds").valueStream().anyMatch(face::equals)) {
        added.add(face);
      }
    }
    if (!added.isEmpty()) {
      world.attempt("DeleteFace", ids.deepCopy().set("FaceIds", added));
    }
  }

  private static void nameAgain(IaiWorld world, JsonNode wanted, JsonNode found) throws Exception {
    if (differ(wanted, found, "GroupName", "Tag", "GroupExDescriptions")) {
      ObjectNode names = JSON.objectNode().put("GroupId", text(wanted, "GroupId"));
      names.put("GroupName", text(wanted, "GroupName")).put("Tag", text(wanted, "Tag"));
      world.attempt("ModifyGroup", names.setAll(fields(wanted, "GroupExDescription")));
    }
  }

  private static void nameAgain(
      IaiWorld world, String group, ObjectNode ids, JsonNode wanted, JsonNode found)
      throws Exception {
    if (differ(wanted, found, "PersonName", "Gender")) {
      ObjectNode names = ids.deepCopy().put("PersonName", text(wanted, "PersonName"));
      world.attempt("ModifyPersonBaseInfo", names.set("Gender", wanted.get("Gender")));
    }
    if (differ(wanted, found, "PersonExDescriptions")) {
      ObjectNode values = ids.deepCopy().put("GroupId", group);
      world.attempt("ModifyPersonGroupInfo", values.setAll(fields(wanted, "PersonExDescription")));
    }
  }

  /** The texts of description fields, as the actions that change them take them. */
  private static ObjectNode fields(JsonNode wanted, String kind) {
    ArrayNode infos = JSON.arrayNode();
    for (JsonNode text : wanted.get(kind + "s")) {
      infos.add(JSON.objectNode().put(kind + "Index", infos.size()).set(kind, text));
    }
    return JSON.objectNode().set(kind + "Infos", infos);
  }

  private static boolean differ(JsonNode wanted, JsonNode found, String... names) {
    for (String name : names) {
      if (!wanted.get(name).equals(found.get(name))) {
        return true;
      }
    }
    return false;
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).asString();
  }
}
