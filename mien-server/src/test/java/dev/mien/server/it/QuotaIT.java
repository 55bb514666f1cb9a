package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotas from the configuration file, at numbers small enough to reach. */
class QuotaIT {
  @TempDir Path folder;

  @Test
  void an_account_has_no_more_groups_and_faces_than_configured() throws Exception {
    try (TestServer server =
        TestServer.start(
            folder.resolve("data"),
            "quotas:",
            "  groups-per-account: 2",
            "  faces-per-account: 2",
            "  faces-per-group: 1")) {
      RawClient raw = new RawClient(server);
      assertThat(createGroup(raw, "a")).isEqualTo("OK");
      assertThat(createGroup(raw, "b")).isEqualTo("OK");
      assertThat(createGroup(raw, "c")).isEqualTo("InvalidParameterValue.GroupNumExceed");
      assertThat(createPerson(raw, "a", "p1")).isEqualTo("OK");
      assertThat(createPerson(raw, "a", "p2"))
          .isEqualTo("InvalidParameterValue.GroupFaceNumExceed");
      assertThat(createPerson(raw, "b", "p3")).isEqualTo("OK");
      assertThat(search(raw, "a", "b")).isEqualTo("FailedOperation.SearchFacesExceed");
      String more =
          "{\"PersonId\":\"p1\",\"FaceMatchThreshold\":0,\"Images\":[\""
              + Photos.ANN.base64()
              + "\"]}";
      assertThat(raw.codeOf("CreateFace", more))
          .isIn(
              "InvalidParameterValue.AccountFaceNumExceed",
              "InvalidParameterValue.GroupFaceNumExceed");
    }
  }

  @Test
  void each_model_version_has_its_own_limit_and_the_account_one_over_all() throws Exception {
    try (TestServer server =
        TestServer.start(
            folder.resolve("data"),
            "quotas:",
            "  faces-per-account: 3",
            "  faces-per-group: 3",
            "  faces-per-old-group: 1")) {
      RawClient raw = new RawClient(server);
      for (String old : List.of("old1", "old2")) {
        String create =
            "{\"GroupId\":\"%s\",\"GroupName\":\"%s\",\"FaceModelVersion\":\"2.0\"}"
                .formatted(old, old);
        assertThat(raw.codeOf("CreateGroup", create)).isEqualTo("OK");
      }
      assertThat(createPerson(raw, "old1", "p1")).isEqualTo("OK");
      assertThat(createPerson(raw, "old1", "p2"))
          .isEqualTo("InvalidParameterValue.GroupFaceNumExceed");
      assertThat(createPerson(raw, "old2", "p2")).isEqualTo("OK");
      assertThat(search(raw, "old1", "old2")).isEqualTo("FailedOperation.SearchFacesExceed");
      assertThat(search(raw, "old1")).isEqualTo("OK");

      assertThat(createGroup(raw, "new")).isEqualTo("OK");
      assertThat(createPerson(raw, "new", "p3")).isEqualTo("OK");
      assertThat(createPerson(raw, "new", "p4"))
          .isEqualTo("InvalidParameterValue.AccountFaceNumExceed");
      assertThat(search(raw, "new")).isEqualTo("OK");
    }
  }

  @Test
  void requests_of_one_action_beyond_the_configured_pace_are_refused_and_others_are_not()
      throws Exception {
    try (TestServer server =
        TestServer.start(folder.resolve("data"), "quotas:", "  requests-per-second: 1")) {
      RawClient raw = new RawClient(server);
      List<String> codes = new ArrayList<>();
      for (int i = 0; i < 50; i++) { // in far less than 50 seconds
        codes.add(raw.codeOf("GetGroupList", "{}"));
      }
      assertThat(codes).contains("OK", "RequestLimitExceeded");
      assertThat(codes.getFirst()).isEqualTo("OK");
      assertThat(createGroup(raw, "a")).as("another action").isEqualTo("OK");
    }
  }

  private static String createGroup(RawClient raw, String id) throws Exception {
    return raw.codeOf("CreateGroup", "{\"GroupId\":\"%s\",\"GroupName\":\"%s\"}".formatted(id, id));
  }

  private static String createPerson(RawClient raw, String group, String id) throws Exception {
    return raw.codeOf(
        "CreatePerson",
        "{\"GroupId\":\"%s\",\"PersonId\":\"%s\",\"PersonName\":\"P\",\"Image\":\"%s\"}"
            .formatted(group, id, Photos.ANN.base64()));
  }

  private static String search(RawClient raw, String... groups) throws Exception {
    return raw.codeOf(
        "SearchFaces",
        "{\"GroupIds\":[\"%s\"],\"Image\":\"%s\"}"
            .formatted(String.join("\",\"", groups), Photos.ANN.base64()));
  }
}
