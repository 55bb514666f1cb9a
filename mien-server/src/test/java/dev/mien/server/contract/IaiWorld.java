package dev.mien.server.contract;

import dev.mien.server.it.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the examples of IAI speak of: the group {@code office} with five description fields and Ann,
 * who has two faces, the group {@code lab} with Bea, the group {@code old} of model version 2.0
 * with Dan, and the group {@code renewed}, which was upgraded from that version. A job has looked
 * for similar persons in office and lab.
 */
final class IaiWorld extends ContractWorld {
  private static final String SETUP_VERSION = "2020-03-03";
  private static final double PERCENT_MAX = 100;
  private static final long CHECK_RUNNING = 1;
  private static final int JOB_POLLS_MAX = 6000;
  private static final int JOB_POLL_MILLIS = 10;

  /** As it is after {@link #reset}. */
  private @Nullable IaiState made;

  IaiWorld(TestServer server) {
    super(server, server.credentials());
  }

  @Override
  void restore() throws Exception {
    awaitJobs();
    IaiState wanted = Objects.requireNonNull(made, "it was never made");
    wanted.bringBack(this);
    if (!IaiState.read(this).equals(wanted)) {
      reset();
    }
  }

  @Override
  void reset() throws Exception {
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
    made = IaiState.read(this);
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

  JsonNode jobs() throws Exception {
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

  @Override
  String everything() throws Exception {
    JsonNode groups = groups();
    StringBuilder all = new StringBuilder(groups.toString()).append(jobs());
    for (JsonNode group : groups) {
      all.append(persons(group));
    }
    return all.toString();
  }

  JsonNode groups() throws Exception {
    return setUp("GetGroupList", "{\"Limit\":1000}").get("GroupInfos");
  }

  JsonNode persons(JsonNode group) throws Exception {
    return setUp("GetPersonList", id("GroupId", group)).get("PersonInfos");
  }

  private static ObjectNode id(String name, JsonNode node) {
    return JSON.objectNode().put(name, node.get(name).asString());
  }

  /** A call that may be refused. */
  void attempt(String action, JsonNode request) throws Exception {
    call(action, SETUP_VERSION, request);
  }

  private JsonNode setUp(String action, String request) throws Exception {
    return setUp(action, Contract.MAPPER.readTree(request));
  }

  private JsonNode setUp(String action, JsonNode request) throws Exception {
    return setUp(action, SETUP_VERSION, request);
  }

  private List<String> faceIds(String person) throws Exception {
    List<String> ids = new ArrayList<>();
    setUp("GetPersonBaseInfo", JSON.objectNode().put("PersonId", person))
        .get("FaceIds")
        .forEach(id -> ids.add(id.asString()));
    return ids;
  }

  @Override
  String standsFor(String kind, String name, int index) throws Exception {
    return switch (kind) {
      case "job" -> jobOf(name);
      case "check" -> checks().get(0).get("JobId").asString();
      case "face" -> faceIds(name).get(index);
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
