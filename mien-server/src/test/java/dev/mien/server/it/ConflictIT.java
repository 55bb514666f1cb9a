package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.ModelVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** Clients that change the same persons and groups at once, over the wire. */
@Isolated("clients must meet while a call lasts")
class ConflictIT {
  private static final String CONFLICT = "FailedOperation.ConflictOperation";
  private static final String FACES_BEING_ADDED = "FailedOperation.CreateFaceConcurrent";
  private static final String BEING_DELETED = "FailedOperation.GroupInDeletedState";
  private static final String NO_GROUP = "InvalidParameterValue.GroupIdNotExist";
  private static final String NO_PERSON = "InvalidParameterValue.PersonIdNotExist";

  private static final int CLIENTS = 8;
  private static final int CALLS_MIN = 300;

  /** So long that only clients who never meet take longer. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(90);

  /** So many that deleting them takes far longer than a call. */
  private static final int CROWD = 20_000;

  @TempDir private Path folder;

  /** What clients were told; every answer counts, whoever got it. */
  private static final class Told {
    final Map<String, Set<String>> codes = new ConcurrentHashMap<>();
    final Set<String> facesAdded = ConcurrentHashMap.newKeySet();
    final Set<String> facesRemoved = ConcurrentHashMap.newKeySet();
    final Set<String> names = ConcurrentHashMap.newKeySet();
    final AtomicInteger calls = new AtomicInteger();

    boolean isEnough() {
      Set<String> all = new TreeSet<>();
      codes.values().forEach(all::addAll);
      return calls.get() >= CALLS_MIN && all.containsAll(Set.of(CONFLICT, FACES_BEING_ADDED));
    }
  }

  @Test
  void writers_at_the_same_person_are_refused_or_wholly_done() throws Exception {
    Path data = folder.resolve("data");
    Told told = new Told();
    try (TestServer server = TestServer.start(data, "work:", "  workers: " + CLIENTS)) {
      RawClient raw = new RawClient(server);
      raw.ok("CreateGroup", "{'GroupId':'g','GroupName':'G'}");
      raw.ok("CreateGroup", "{'GroupId':'h','GroupName':'H'}");
      JsonNode kept = raw.ok("CreatePerson", person("g", "kept", Photos.ANN));
      told.facesAdded.add(kept.get("FaceId").asString());
      told.names.add("Kept");
      together(client -> () -> hammer(raw, told, new Random(client)));
      assertThat(told.isEnough()).as("calls that met: " + told.codes).isTrue();
      requireDocumentedRefusals(told);
      requireWhatWasTold(raw, told);
      server.kill();
    }
    try (TestServer server = TestServer.start(data)) {
      requireWhatWasTold(new RawClient(server), told);
    }
  }

  private static Void hammer(RawClient raw, Told told, Random random) throws Exception {
    Instant deadline = Instant.now().plus(WAIT_MAX);
    while (!told.isEnough() && Instant.now().isBefore(deadline)) {
      switch (random.nextInt(8)) {
        case 0, 1 -> addFace(raw, told);
        case 2 -> removeFace(raw, told);
        case 3 -> rename(raw, told, random);
        case 4 -> call(raw, told, "CopyPerson", "{'PersonId':'kept','GroupIds':['h']}");
        case 5 -> call(raw, told, "DeletePersonFromGroup", "{'PersonId':'kept','GroupId':'h'}");
        case 6 -> call(raw, told, "CreatePerson", person("h", "guest", Photos.BEA));
        default -> call(raw, told, "DeletePerson", "{'PersonId':'guest'}");
      }
    }
    return null;
  }

  private static void addFace(RawClient raw, Told told) throws Exception {
    String json =
        "{'PersonId':'kept','FaceMatchThreshold':0,'Images':['%s']}"
            .formatted(Photos.ANN_AGAIN.base64());
    JsonNode answer = call(raw, told, "CreateFace", json);
    if (answer.has("SucFaceIds")) {
      answer.get("SucFaceIds").forEach(id -> told.facesAdded.add(id.asString()));
    }
  }

  private static void removeFace(RawClient raw, Told told) throws Exception {
    List<String> known = new ArrayList<>(told.facesAdded);
    known.removeAll(told.facesRemoved);
    String json = "{'PersonId':'kept','FaceIds':['%s']}".formatted(known.getFirst());
    JsonNode answer = call(raw, told, "DeleteFace", json);
    if (answer.has("SucFaceIds")) {
      answer.get("SucFaceIds").forEach(id -> told.facesRemoved.add(id.asString()));
    }
  }

  private static void rename(RawClient raw, Told told, Random random) throws Exception {
    String name = "Kept " + random.nextInt(1_000_000);
    String json = "{'PersonId':'kept','PersonName':'%s'}".formatted(name);
    if (!call(raw, told, "ModifyPersonBaseInfo", json).has("Error")) {
      told.names.add(name);
    }
  }

  private static JsonNode call(RawClient raw, Told told, String action, String json)
      throws Exception {
    JsonNode answer = raw.callQuoted(action, json);
    told.calls.incrementAndGet();
    told.codes
        .computeIfAbsent(action, _ -> ConcurrentHashMap.newKeySet())
        .add(RawClient.codeOf(answer));
    return answer;
  }

  private static void requireDocumentedRefusals(Told told) {
    Map<String, Set<String>> ownRefusals =
        Map.of(
            "CreateFace",
            Set.of(FACES_BEING_ADDED, "InvalidParameterValue.PersonFaceNumExceed"),
            "DeleteFace",
            Set.of("InvalidParameterValue.DeleteFaceNumExceed"),
            "ModifyPersonBaseInfo",
            Set.of(),
            "CopyPerson",
            Set.of("InvalidParameterValue.PersonExistInGroup"),
            "DeletePersonFromGroup",
            Set.of("FailedOperation.GroupPersonMapNotExist"),
            "CreatePerson",
            Set.of("InvalidParameterValue.PersonIdAlreadyExist"),
            "DeletePerson",
            Set.of(NO_PERSON));
    told.codes.forEach(
        (action, codes) -> {
          Set<String> allowed = new TreeSet<>(ownRefusals.get(action));
          allowed.addAll(Set.of("OK", CONFLICT));
          assertThat(codes).as(action).isSubsetOf(allowed);
        });
  }

  private static void requireWhatWasTold(RawClient raw, Told told) throws Exception {
    Set<String> left = new TreeSet<>(told.facesAdded);
    left.removeAll(told.facesRemoved);
    JsonNode kept = raw.ok("GetPersonBaseInfo", "{'PersonId':'kept'}");
    assertThat(texts(kept.get("FaceIds"))).isEqualTo(left);
    assertThat(kept.get("PersonName").asString()).isIn(told.names);
    for (String group : List.of("g", "h")) {
      JsonNode list = raw.ok("GetPersonList", "{'GroupId':'%s','Limit':1000}".formatted(group));
      long faces = 0;
      for (JsonNode person : list.get("PersonInfos")) {
        faces += person.get("FaceIds").size();
      }
      assertThat(list.get("FaceNum").asLong()).isEqualTo(faces);
      assertThat(list.get("PersonNum").asLong()).isEqualTo(list.get("PersonInfos").size());
      if (faces > 0) {
        String search = "{'GroupIds':['%s'],'Image':'%s'}".formatted(group, Photos.ANN.base64());
        assertThat(raw.ok("SearchFaces", search).get("FaceNum").asLong())
            .as("index and store agree on " + group)
            .isEqualTo(faces);
      }
    }
  }

  @Test
  void nobody_gets_into_a_group_that_is_being_deleted_and_it_goes_whatever_happens()
      throws Exception {
    Path data = folder.resolve("data");
    fillCrowd(data);
    try (TestServer server = TestServer.start(data, "work:", "  workers: " + CLIENTS);
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      RawClient raw = new RawClient(server);
      Future<JsonNode> deletion =
          executor.submit(() -> raw.call("DeleteGroup", "{\"GroupId\":\"crowd\"}"));
      while (!raw.codeOf("GetGroupInfo", "{\"GroupId\":\"crowd\"}").equals(BEING_DELETED)) {
        assertThat(deletion).as("too few persons to see their group go").isNotDone();
      }
      requireShut(raw);
      assertThat(deletion).as("too few persons to try everything meanwhile").isNotDone();
      server.kill();
    }
    try (TestServer server = TestServer.start(data)) {
      RawClient raw = new RawClient(server);
      Instant deadline = Instant.now().plus(WAIT_MAX);
      String code = raw.codeOf("GetGroupInfo", "{\"GroupId\":\"crowd\"}");
      while (code.equals(BEING_DELETED) && Instant.now().isBefore(deadline)) {
        Thread.sleep(10);
        code = raw.codeOf("GetGroupInfo", "{\"GroupId\":\"crowd\"}");
      }
      assertThat(code).isEqualTo(NO_GROUP);
      String last = "{\"PersonId\":\"crowd-%d\"}".formatted(CROWD - 1);
      assertThat(raw.codeOf("GetPersonBaseInfo", last)).isEqualTo(NO_PERSON);
      raw.ok("CreateGroup", "{'GroupId':'crowd','GroupName':'Crowd'}");
      assertThat(raw.ok("GetPersonListNum", "{'GroupId':'crowd'}").get("FaceNum").asLong())
          .isZero();
      raw.ok("CreatePerson", person("crowd", "crowd-0", Photos.BEA));
    }
  }

  private static void fillCrowd(Path data) throws Exception {
    TestServer.Credentials credentials;
    try (TestServer server = TestServer.start(data)) {
      RawClient raw = new RawClient(server);
      credentials = server.credentials();
      raw.ok("CreateGroup", "{'GroupId':'g','GroupName':'G'}");
      raw.ok("CreateGroup", "{'GroupId':'crowd','GroupName':'Crowd'}");
      raw.ok("CreatePerson", person("g", "ann", Photos.ANN));
      server.stop();
    }
    try (StoredGallery stored = StoredGallery.open(data, credentials)) {
      stored.fill("crowd", ModelVersion.V3_0, "ann", CROWD);
    }
  }

  private static void requireShut(RawClient raw) throws Exception {
    Map<String, String> calls =
        Map.of(
            "DeleteGroup", "{'GroupId':'crowd'}",
            "ModifyGroup", "{'GroupId':'crowd','Tag':'late'}",
            "GetPersonList", "{'GroupId':'crowd'}",
            "CopyPerson", "{'PersonId':'ann','GroupIds':['crowd']}",
            "DeletePersonFromGroup", "{'PersonId':'crowd-1','GroupId':'crowd'}");
    for (Map.Entry<String, String> call : calls.entrySet()) {
      assertThat(RawClient.codeOf(raw.callQuoted(call.getKey(), call.getValue())))
          .as(call.getKey())
          .isEqualTo(BEING_DELETED);
    }
  }

  private static void together(IntFunction<Callable<Void>> clients) throws Exception {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      tasks.add(clients.apply(client));
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Void> future : executor.invokeAll(tasks)) {
        future.get();
      }
    }
  }

  private static String person(String group, String id, Photos photo) {
    return "{'GroupId':'%s','PersonId':'%s','PersonName':'Kept','Image':'%s'}"
        .formatted(group, id, photo.base64());
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
