package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.Change;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.SimilarityJob;
import dev.mien.gallery.UniquenessRule;
import dev.mien.gallery.UpgradeJob;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Background jobs that a server finds when it starts, and that cannot be done any more. */
class FailedJobsIT {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 20;
  private static final String UPGRADE = "upgrade-of-before";
  private static final String CHECK = "check-of-before";
  private static final int LOST = 3;

  @TempDir static Path folder;

  private static TestServer server;
  private static RawClient raw;

  /**
   * Faces without a template for the new version came to a group while it was being upgraded, by a
   * server that had another model pack; and a group is gone in which a job was to look for similar
   * persons.
   */
  @BeforeAll
  static void leaveJobsToAServer() throws Exception {
    Path data = folder.resolve("data");
    TestServer.Credentials credentials;
    try (TestServer first = TestServer.start(data)) {
      credentials = first.credentials();
      RawClient client = new RawClient(first);
      client.ok("CreateGroup", "{'GroupId':'old','GroupName':'Old','FaceModelVersion':'2.0'}");
      client.ok(
          "CreatePerson",
          "{'GroupId':'old','PersonId':'ann','PersonName':'Ann','Image':'%s'}"
              .formatted(Photos.ANN.base64()));
      first.stop();
    }
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    GroupId old = new GroupId("old");
    try (StoredGallery stored = StoredGallery.open(data, credentials)) {
      stored.fill("old", ModelVersion.V2_0, "ann", LOST);
      stored.apply(
          new Change.UpgradeStarted(
              new UpgradeJob(
                  UPGRADE,
                  old,
                  ModelVersion.V2_0,
                  ModelVersion.V3_0,
                  UpgradeJob.State.RUNNING,
                  now,
                  Optional.empty())));
      stored.add(
          new SimilarityJob(
              CHECK,
              new AccountId(credentials.appId()),
              List.of(new GroupId("gone")),
              new UniquenessRule(1e-3),
              SimilarityJob.State.RUNNING,
              now,
              Optional.empty()));
    }
    server = TestServer.start(data);
    raw = new RawClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void an_upgrade_that_faces_stand_against_names_them_in_a_file() throws Exception {
    JsonNode result = upgrade();
    Instant deadline = Instant.now().plus(WAIT_MAX);
    while (result.get("Status").asLong() == 0 && Instant.now().isBefore(deadline)) {
      Thread.sleep(POLL_MILLIS);
      result = upgrade();
    }
    assertThat(result.get("Status").asLong()).isEqualTo(3);
    assertThat(result.get("EndTimestamp").asLong())
        .isGreaterThanOrEqualTo(result.get("StartTime").asLong());
    assertThat(fetchFaceIds(result.get("FailedFacesUrl").asString()))
        .containsExactlyElementsOf(faceIds("old-0", "old-1", "old-2"));
    JsonNode group = raw.ok("GetGroupInfo", "{'GroupId':'old'}");
    assertThat(group.get("FaceModelVersion").asString()).as("all is as before").isEqualTo("2.0");
    assertThat(
            raw.ok(
                    "SearchFaces",
                    "{'GroupIds':['old'],'Image':'%s'}".formatted(Photos.ANN_AGAIN.base64()))
                .get("FaceNum")
                .asLong())
        .isEqualTo(1 + LOST);
    assertThat(
            raw.codeOf(
                "UpgradeGroupFaceModelVersion",
                "{\"GroupId\":\"old\",\"FaceModelVersion\":\"3.0\"}"))
        .as("asked for again, it is refused at once")
        .isEqualTo("FailedOperation.GroupLostFaces");
  }

  private static JsonNode upgrade() throws Exception {
    return raw.ok("GetUpgradeGroupFaceModelVersionResult", "{'JobId':'" + UPGRADE + "'}");
  }

  @Test
  void a_check_for_similar_persons_that_cannot_be_done_has_failed_and_has_no_result()
      throws Exception {
    JsonNode job = check();
    Instant deadline = Instant.now().plus(WAIT_MAX);
    while (job.get("JobStatus").asLong() == 1 && Instant.now().isBefore(deadline)) {
      Thread.sleep(POLL_MILLIS);
      job = check();
    }
    assertThat(job.get("JobId").asString()).isEqualTo(CHECK);
    assertThat(job.get("JobStatus").asLong()).isEqualTo(2);
    JsonNode result = raw.ok("GetSimilarPersonResult", "{'JobId':'" + CHECK + "'}");
    assertThat(result.get("Progress").asDouble()).isEqualTo(100);
    assertThat(result.get("SimilarPersonsUrl").asString()).isEmpty();
  }

  private static JsonNode check() throws Exception {
    return raw.ok("GetCheckSimilarPersonJobIdList", "{}").get("JobIdInfos").get(0);
  }

  private static List<String> fetchFaceIds(String url) throws Exception {
    List<String> ids = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String file =
          client
              .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
              .body();
      for (JsonNode entry : JsonMapper.shared().readTree(file)) {
        ids.add(entry.get("FaceId").asString());
      }
    }
    return ids;
  }

  private static List<String> faceIds(String... persons) throws Exception {
    List<String> ids = new ArrayList<>();
    for (String person : persons) {
      raw.ok("GetPersonBaseInfo", "{'PersonId':'" + person + "'}")
          .get("FaceIds")
          .forEach(id -> ids.add(id.asString()));
    }
    return ids;
  }
}
