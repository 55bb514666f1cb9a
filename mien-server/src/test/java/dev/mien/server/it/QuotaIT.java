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
      String search = "{\"GroupIds\":[\"a\",\"b\"],\"Image\":\"" + Photos.ANN.base64() + "\"}";
      assertThat(raw.codeOf("SearchFaces", search)).isEqualTo("FailedOperation.SearchFacesExceed");
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
}
