package dev.mien.server.contract;

import dev.mien.server.it.Photos;
import dev.mien.server.it.RawClient;
import dev.mien.server.it.TestServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real server whose account has what the examples of the contract speak of: the group {@code
 * office} with five description fields and Ann, who has two faces, the group {@code lab} with Bea,
 * the group {@code old} of model version 2.0 with Dan, and the group {@code renewed}, which was
 * upgraded from that version. A job has looked for similar persons in office and lab.
 */
final class ContractWorld implements AutoCloseable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(photo|face|job|check):([A-Za-z_]+)(?::([0-9]+))?}");
  private static final String SETUP_VERSION = "2020-03-03";
  private static final double PERCENT_MAX = 100;
  private static final long CHECK_RUNNING = 1;
  private static final int JOB_POLLS_MAX = 600;
  private static final int JOB_POLL_MILLIS = 100;

  private final TestServer server;
  private final RawClient client;
  private final Map<Photos, String> photos = new EnumMap<>(Photos.class);

  /** {@link #everything} as it is after {@link #reset}. */
  private String made = "";

  private ContractWorld(TestServer server) {
    this.server = server;
    this.client = new RawClient(server);
    for (Photos photo : Photos.values()) {
      photos.put(photo, photo.base64());
    }
  }

  static ContractWorld start(Path data, String... settings) throws Exception {
    ContractWorld world = new ContractWorld(TestServer.start(data, settings));
    world.reset();
    return world;
  }

  /**
   * The {@code Response} object that is answered to a request, whose placeholders are filled in.
   */
  JsonNode call(String action, String version, JsonNode request) throws Exception {
    return client.call(action, version, filled(request).toString(), Instant.now(), "en-US");
  }

  /**
   * Brings back what there was, as cheaply as possible: what was added goes, or all is made anew.
   */
  void restore() throws Exception {
    awaitJobs();
    for (JsonNode group : groups()) {
      if (isNew("GroupId", group)) {
        setUp("DeleteGroup", id("GroupId", group));
        continue;
      }
      for (JsonNode person : persons(group)) {
        if (isNew("PersonId", person)) {
          setUp("DeletePerson", id("PersonId", person));
        } else {
          removeNewFaces(person);
        }
      }
    }
    if (!everything().equals(made)) {
      reset();
    }
  }

  private boolean isNew(String name, JsonNode node) {
    return !made.contains("\"%s\":%s".formatted(name, node.get(name)));
  }

  private void removeNewFaces(JsonNode person) throws Exception {
    ArrayNode added = JSON.arrayNode();
    for (JsonNode faceId : person.get("FaceIds")) {
      if (!made.contains(faceId.toString())) {
        added.add(faceId);
      }
    }
    if (!added.isEmpty()) {
      setUp("DeleteFace", id("PersonId", person).set("FaceIds", added));
    }
  }

  /** The server. */
  TestServer server() {
    return server;
  }

  /** Deletes whatever there is and makes everything anew. */
  private void reset() throws Exception {
    awaitJobs();
    for (JsonNode group : groups()) {
      setUp("DeleteGroup", id("GroupId", group));
    }
    setUp(
        "CreateGroup",
        """
        {"GroupId":"office","GroupName":"Office","Tag":"first floor",
         "GroupExDescriptions":["employee number","department","desk","shift","badge"]}\
        """);
    setUp("CreateGroup", "{\"GroupId\":\"lab\",\"GroupName\":\"Laboratory\"}");
    setUp(
        "CreatePerson",
        """
        {"GroupId":"office","PersonId":"ann","PersonName":"Ann Lee","Gender":2,
         "PersonExDescriptionInfos":[
           {"PersonExDescriptionIndex":0,"PersonExDescription":"0042"},
           {"PersonExDescriptionIndex":1,"PersonExDescription":"research"}],
         "Image":"${photo:ANN}"}\
        """);
    setUp(
        "CreateFace",
        """
        {"PersonId":"ann","FaceMatchThreshold":0,"Images":["${photo:ANN_AGAIN}"]}\
        """);
    setUp(
        "CreatePerson",
        """
        {"GroupId":"lab","PersonId":"bea","PersonName":"Bea Ito","Image":"${photo:BEA}"}\
        """);
    if (faceIds("ann").size() != 2) {
      throw new AssertionError("Ann's second picture was refused");
    }
    makeOldGroup("old", "Old", "dan");
    makeOldGroup("renewed", "Renewed", "eve");
    setUp("UpgradeGroupFaceModelVersion", "{\"GroupId\":\"renewed\",\"FaceModelVersion\":\"3.0\"}");
    setUp("CheckSimilarPerson", "{\"GroupIds\":[\"office\",\"lab\"],\"UniquePersonControl\":1}");
    awaitJobs();
    made = everything();
  }

  private void makeOldGroup(String group, String name, String person) throws Exception {
    ObjectNode create = JSON.objectNode().put("GroupId", group).put("GroupName", name);
    setUp("CreateGroup", create.put("FaceModelVersion", "2.0"));
    ObjectNode enrol = JSON.objectNode().put("GroupId", group).put("PersonId", person);
    setUp("CreatePerson", enrol.put("PersonName", name + " member").put("Image", "${photo:CLEO}"));
  }

  /** Waits until no group changes its model version any more. */
  private void awaitJobs() throws Exception {
    for (int poll = 0; poll < JOB_POLLS_MAX; poll++) {
      boolean running = false;
      for (JsonNode job : jobs()) {
        running |= !hasEnded(job.get("JobId").asString());
      }
      for (JsonNode check : checks()) {
        running |= check.get("JobStatus").asLong() == CHECK_RUNNING;
      }
      if (!running) {
        return;
      }
      Thread.sleep(JOB_POLL_MILLIS);
    }
    throw new AssertionError("a job does not end: " + jobs());
  }

  /** A job that is being reverted counts as done before, but for its progress. */
  private boolean hasEnded(String job) throws Exception {
    JsonNode result =
        setUp("GetUpgradeGroupFaceModelVersionResult", JSON.objectNode().put("JobId", job));
    return result.get("Progress").asDouble() == PERCENT_MAX;
  }

  private JsonNode jobs() throws Exception {
    return setUp("GetUpgradeGroupFaceModelVersionJobList", "{\"Limit\":1000}").get("JobInfos");
  }

  /** Jobs that look for similar persons, the newest first. */
  private JsonNode checks() throws Exception {
    return setUp("GetCheckSimilarPersonJobIdList", "{\"Limit\":1000}").get("JobIdInfos");
  }

  private String jobOf(String group) throws Exception {
    for (JsonNode job : jobs()) {
      if (job.get("GroupId").asString().equals(group)) {
        return job.get("JobId").asString();
      }
    }
    throw new IllegalArgumentException("no job of group " + group);
  }

  /** All that the account has, as lists show it. */
  String everything() throws Exception {
    JsonNode groups = groups();
    StringBuilder all = new StringBuilder(groups.toString()).append(jobs());
    for (JsonNode group : groups) {
      all.append(persons(group));
    }
    return all.toString();
  }

  private JsonNode groups() throws Exception {
    return setUp("GetGroupList", "{\"Limit\":1000}").get("GroupInfos");
  }

  private JsonNode persons(JsonNode group) throws Exception {
    return setUp("GetPersonList", id("GroupId", group)).get("PersonInfos");
  }

  private static ObjectNode id(String name, JsonNode node) {
    return JSON.objectNode().put(name, node.get(name).asString());
  }

  @Override
  public void close() {
    server.close();
  }

  private JsonNode setUp(String action, String request) throws Exception {
    return setUp(action, Contract.MAPPER.readTree(request));
  }

  private JsonNode setUp(String action, JsonNode request) throws Exception {
    JsonNode response = call(action, SETUP_VERSION, request);
    if (response.has("Error")) {
      throw new AssertionError(action + ": " + response);
    }
    return response;
  }

  private List<String> faceIds(String person) throws Exception {
    List<String> ids = new ArrayList<>();
    setUp("GetPersonBaseInfo", JSON.objectNode().put("PersonId", person))
        .get("FaceIds")
        .forEach(id -> ids.add(id.asString()));
    return ids;
  }

  /** A copy in which texts that are placeholders are what they stand for. */
  JsonNode filled(JsonNode node) throws Exception {
    if (node.isString()) {
      return JSON.stringNode(filled(node.stringValue()));
    }
    if (node.isArray()) {
      ArrayNode copy = JSON.arrayNode();
      for (JsonNode item : node) {
        copy.add(filled(item));
      }
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JSON.objectNode();
      for (Map.Entry<String, JsonNode> part : node.properties()) {
        copy.set(part.getKey(), filled(part.getValue()));
      }
      return copy;
    }
    return node;
  }

  private String filled(String text) throws Exception {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    if (!placeholder.matches()) {
      return text;
    }
    String name = placeholder.group(2);
    return switch (placeholder.group(1)) {
      case "photo" -> photos.get(Photos.valueOf(name));
      case "job" -> jobOf(name);
      case "check" -> checks().get(0).get("JobId").asString();
      case "face" -> faceIds(name).get(Integer.parseInt(placeholder.group(3)));
      default -> throw new IllegalArgumentException(text);
    };
  }
}
