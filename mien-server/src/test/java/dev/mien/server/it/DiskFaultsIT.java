package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.server.disk.SmallDisk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real server on a disk that becomes full and has room again, or fails and is mended. */
class DiskFaultsIT {
  private static final int DISK_KILOBYTES = 12 * 1024;
  private static final int FREE_BYTES = 400_000;
  private static final int REFUSALS = 4;
  private static final String FULL = "ResourceInsufficient";
  private static final String READ_ONLY = "ResourceUnavailable";

  @TempDir private Path folder;
  private final Set<String> there = new TreeSet<>();

  @Test
  void a_full_disk_refuses_writes_in_words_and_nothing_else_changes() throws Exception {
    Path data = folder.resolve("data");
    try (SmallDisk disk = SmallDisk.mount(data, DISK_KILOBYTES)) {
      Path log = data.resolveSibling("data.log");
      try (TestServer server = TestServer.start(data)) {
        RawClient raw = new RawClient(server);
        assertThat(raw.codeOf("CreateGroup", "{\"GroupId\":\"g\",\"GroupName\":\"g\"}"))
            .isEqualTo("OK");
        Path ballast = disk.fill(FREE_BYTES);
        fillUp(raw);
        for (int i = 0; i < REFUSALS; i++) {
          enrol(raw, "late" + i);
        }
        LegacyClient legacy = new LegacyClient(server);
        JsonNode answer =
            legacy.call("addgroupids", "{\"person_id\":\"p0\",\"group_ids\":[\"more\"]}");
        assertThat(answer.get("code").asInt()).as(answer.toString()).isIn(-1200, 0);
        requireFound(raw);
        assertThat(ready(server)).isEqualTo("ready\n");
        Files.delete(ballast);
        assertThat(enrol(raw, "after")).isEqualTo("OK");
        requireFound(raw);
        assertThat(Files.readAllLines(log))
            .filteredOn(line -> line.contains("make room"))
            .hasSizeBetween(1, 3); // one of each API, and one a minute
        assertThat(server.stop()).isZero();
      }
      try (TestServer again = TestServer.start(data)) {
        requireFound(new RawClient(again));
        assertThat(again.stop()).isZero();
      }
    }
  }

  @Test
  void a_disk_that_fails_under_a_server_takes_no_writes_and_reads_go_on() throws Exception {
    Path data = folder.resolve("data");
    try (SmallDisk disk = SmallDisk.inFile(data, 2 * DISK_KILOBYTES)) {
      Path log = data.resolveSibling("data.log");
      try (TestServer server = TestServer.start(data)) {
        RawClient raw = new RawClient(server);
        assertThat(raw.codeOf("CreateGroup", "{\"GroupId\":\"g\",\"GroupName\":\"g\"}"))
            .isEqualTo("OK");
        for (String person : List.of("p0", "p1", "p2")) {
          assertThat(enrol(raw, person)).isEqualTo("OK");
        }
        disk.giveUp();
        for (int i = 0; i < REFUSALS; i++) {
          assertThat(enrol(raw, "late" + i)).isEqualTo(READ_ONLY);
          assertThat(raw.codeOf("DeletePerson", "{\"PersonId\":\"p0\"}")).isEqualTo(READ_ONLY);
          requireFound(raw);
        }
        JsonNode answer =
            new LegacyClient(server)
                .call("addgroupids", "{\"person_id\":\"p0\",\"group_ids\":[\"more\"]}");
        assertThat(answer.get("code").asInt()).as(answer.toString()).isEqualTo(-1200);
        assertThat(ready(server)).isEqualTo("ready\n");
        assertThat(Files.readAllLines(log))
            .filteredOn(line -> line.contains("make it writable"))
            .hasSizeBetween(1, 3);
        server.stop();
      }
      assertThatThrownBy(() -> TestServer.start(data))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("read-only");
      disk.mend();
      try (TestServer again = TestServer.start(data)) {
        RawClient raw = new RawClient(again);
        requireFound(raw);
        assertThat(enrol(raw, "after")).isEqualTo("OK");
        requireFound(raw);
        assertThat(again.stop()).isZero();
      }
    }
  }

  private void fillUp(RawClient raw) throws Exception {
    String code = "OK";
    while (code.equals("OK")) {
      code = enrol(raw, "p" + there.size());
    }
  }

  private String enrol(RawClient raw, String person) throws Exception {
    String code =
        raw.codeOf(
            "CreatePerson",
            "{\"GroupId\":\"g\",\"PersonId\":\"%s\",\"PersonName\":\"P\",\"Image\":\"%s\"}"
                .formatted(person, Photos.ANN.base64()));
    assertThat(code).isIn("OK", FULL, READ_ONLY);
    if (code.equals("OK")) {
      there.add(person);
    }
    return code;
  }

  /** All that was acknowledged, and nothing else, in the store and in the index. */
  private void requireFound(RawClient raw) throws Exception {
    JsonNode list = raw.call("GetPersonList", "{\"GroupId\":\"g\",\"Limit\":1000}");
    Set<String> listed = new TreeSet<>();
    list.get("PersonInfos").forEach(person -> listed.add(person.get("PersonId").asString()));
    assertThat(listed).isEqualTo(there);
    JsonNode found =
        raw.call(
            "SearchFaces",
            "{\"GroupIds\":[\"g\"],\"Image\":\"%s\"}".formatted(Photos.ANN.base64()));
    assertThat(found.get("FaceNum").asInt()).isEqualTo(there.size());
  }

  private static String ready(TestServer server) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://" + server.endpoint() + "/readyz")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
