package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is enrolled twice is found in the background, even if the server is killed meanwhile. */
class SimilarPersonsIT {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 50;
  private static final String GROUPS = "'GroupIds':['staff','guests']";

  @TempDir private Path folder;

  @Test
  void a_check_survives_a_killed_server_and_its_result_lies_behind_a_signed_link()
      throws Exception {
    Path data = folder.resolve("data");
    String job;
    try (TestServer server = TestServer.start(data)) {
      RawClient raw = new RawClient(server);
      raw.ok("CreateGroup", "{'GroupId':'staff','GroupName':'Staff'}");
      raw.ok("CreateGroup", "{'GroupId':'guests','GroupName':'Guests'}");
      enrol(raw, "staff", "ann", Photos.ANN);
      enrol(raw, "staff", "bea", Photos.BEA);
      enrol(raw, "guests", "visitor", Photos.ANN_AGAIN);
      enrol(raw, "guests", "cleo", Photos.CLEO);
      assertThat(
              raw.ok("EstimateCheckSimilarPersonCostTime", "{" + GROUPS + "}")
                  .get("EstimatedTimeCost")
                  .asLong())
          .isEqualTo(1);
      job =
          raw.ok("CheckSimilarPerson", "{" + GROUPS + ",'UniquePersonControl':2}")
              .get("JobId")
              .asString();
      server.kill();
    }
    try (TestServer server = TestServer.start(data)) {
      RawClient raw = new RawClient(server);
      String url = resultOf(raw, job);
      assertThat(url).startsWith("http://" + server.endpoint() + "/media/");
      requireAnnTwice(JsonMapper.shared().readTree(get(url, 200)));
      get(url.substring(0, url.length() - 1) + (url.endsWith("A") ? "B" : "A"), 403);
      JsonNode jobs = raw.ok("GetCheckSimilarPersonJobIdList", "{}");
      assertThat(jobs.get("JobIdNum").asLong()).isEqualTo(1);
      assertThat(jobs.get("JobIdInfos").get(0).get("JobId").asString()).isEqualTo(job);
      assertThat(jobs.get("JobIdInfos").get(0).get("JobStatus").asLong()).isZero();
    }
  }

  private static void requireAnnTwice(JsonNode result) {
    assertThat(result.size()).isEqualTo(1);
    JsonNode ann = result.get(0);
    assertThat(ann.get("PersonId").asString()).isEqualTo("ann");
    assertThat(ann.get("GroupIds").toString()).isEqualTo("[\"staff\"]");
    assertThat(ann.get("SimilarPersons").size()).isEqualTo(1);
    JsonNode visitor = ann.get("SimilarPersons").get(0);
    assertThat(visitor.get("PersonId").asString()).isEqualTo("visitor");
    assertThat(visitor.get("GroupIds").toString()).isEqualTo("[\"guests\"]");
    assertThat(visitor.get("Score").asDouble()).isBetween(30.0, 100.0);
  }

  private static String resultOf(RawClient raw, String job) throws Exception {
    Instant deadline = Instant.now().plus(WAIT_MAX);
    JsonNode result = raw.ok("GetSimilarPersonResult", "{'JobId':'" + job + "'}");
    while (result.get("Progress").asDouble() < 100 && Instant.now().isBefore(deadline)) {
      assertThat(result.get("SimilarPersonsUrl").asString()).isEmpty();
      Thread.sleep(POLL_MILLIS);
      result = raw.ok("GetSimilarPersonResult", "{'JobId':'" + job + "'}");
    }
    assertThat(result.get("Progress").asDouble()).isEqualTo(100);
    return result.get("SimilarPersonsUrl").asString();
  }

  private static void enrol(RawClient raw, String group, String person, Photos photo)
      throws Exception {
    raw.ok(
        "CreatePerson",
        "{'GroupId':'%s','PersonId':'%s','PersonName':'P','Image':'%s'}"
            .formatted(group, person, photo.base64()));
  }

  private static String get(String url, int status) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
      return answer.body();
    }
  }
}
