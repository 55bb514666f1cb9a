package dev.mien.server.it;

import static dev.mien.server.it.SdkClients.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.iai.v20200303.IaiClient;
import com.tencentcloudapi.iai.v20200303.models.CopyPersonRequest;
import com.tencentcloudapi.iai.v20200303.models.CreateGroupRequest;
import com.tencentcloudapi.iai.v20200303.models.CreatePersonRequest;
import com.tencentcloudapi.iai.v20200303.models.GetGroupInfoRequest;
import com.tencentcloudapi.iai.v20200303.models.GetUpgradeGroupFaceModelVersionJobListRequest;
import com.tencentcloudapi.iai.v20200303.models.GetUpgradeGroupFaceModelVersionResultRequest;
import com.tencentcloudapi.iai.v20200303.models.GetUpgradeGroupFaceModelVersionResultResponse;
import com.tencentcloudapi.iai.v20200303.models.RevertGroupFaceModelVersionRequest;
import com.tencentcloudapi.iai.v20200303.models.SearchPersonsRequest;
import com.tencentcloudapi.iai.v20200303.models.UpgradeGroupFaceModelVersionRequest;
import com.tencentcloudapi.iai.v20200303.models.UpgradeJobInfo;
import com.tencentcloudapi.iai.v20200303.models.VerifyFaceRequest;
import dev.mien.server.it.SdkClients.Signing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group changes its model version and changes it back, through the official Java SDK. */
class UpgradeIT {
  /** So long that only a job which does nothing takes longer. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  private static final long POLL_NANOS = 20_000_000;
  private static final long DONE = 1;
  private static final long REVERTED = 2;

  @TempDir private Path folder;

  @Test
  void a_group_is_upgraded_across_a_crash_and_reverted_without_any_picture() throws Exception {
    Path data = folder.resolve("data");
    String job;
    try (TestServer server = TestServer.start(data)) {
      IaiClient iai = SdkClients.iai(server, Signing.TC3_POST);
      createGroup(iai, "staff");
      createGroup(iai, "guests");
      enrol(iai, "ann", "staff", Photos.ANN);
      enrol(iai, "bea", "staff", Photos.BEA);
      enrol(iai, "cleo", "guests", Photos.CLEO);
      assertThat(verification(iai)).isEqualTo("2.0");
      refusesWhatCannotBe(iai);
      job = upgrade(iai, "staff", "3.0");
      server.kill();
    }
    try (TestServer server = TestServer.start(data)) {
      IaiClient iai = SdkClients.iai(server, Signing.TC3_POST);
      requireUpgraded(iai, job);
      revert(iai, job);
      requireEnd(iai, job, REVERTED);
      assertThat(version(iai, "staff")).isEqualTo("2.0");
      assertThat(verification(iai)).isEqualTo("2.0");
      assertRefused(
          "InvalidParameterValue.UnsupportedGroupFaceModelVersion", () -> searchPersons(iai));
      assertRefused("FailedOperation.JobCannnotRollback", () -> revert(iai, job));
    }
  }

  private static void requireUpgraded(IaiClient iai, String job) throws Exception {
    GetUpgradeGroupFaceModelVersionResultResponse result = requireEnd(iai, job, DONE);
    assertThat(result.getGroupId()).isEqualTo("staff");
    assertThat(result.getFromFaceModelVersion()).isEqualTo("2.0");
    assertThat(result.getToFaceModelVersion()).isEqualTo("3.0");
    assertThat(result.getProgress()).isEqualTo(100);
    assertThat(result.getStartTime()).isPositive();
    assertThat(result.getEndTimestamp()).isGreaterThanOrEqualTo(result.getStartTime());
    assertThat(result.getFailedFacesUrl()).isEmpty();
    assertThat(version(iai, "staff")).isEqualTo("3.0");
    assertThat(version(iai, "guests")).isEqualTo("2.0");
    assertThat(searchPersons(iai)).as("only version 3.0 knows this search").isEqualTo("ann");
    assertThat(verification(iai)).isEqualTo("3.0");

    GetUpgradeGroupFaceModelVersionJobListRequest list =
        new GetUpgradeGroupFaceModelVersionJobListRequest();
    UpgradeJobInfo[] jobs = iai.GetUpgradeGroupFaceModelVersionJobList(list).getJobInfos();
    assertThat(jobs).hasSize(1);
    assertThat(jobs[0].getJobId()).isEqualTo(job);
    assertThat(jobs[0].getGroupId()).isEqualTo("staff");
    assertThat(jobs[0].getFromFaceModelVersion()).isEqualTo("2.0");
    assertThat(jobs[0].getToFaceModelVersion()).isEqualTo("3.0");
    assertThat(jobs[0].getStartTime()).isEqualTo(result.getStartTime());
    assertThat(jobs[0].getStatus()).isEqualTo(DONE);
    list.setLimit(1001L);
    assertRefused(
        "InvalidParameterValue.LimitExceed",
        () -> iai.GetUpgradeGroupFaceModelVersionJobList(list));
  }

  private static void refusesWhatCannotBe(IaiClient iai) throws Exception {
    assertRefused("InvalidParameterValue.GroupIdNotExist", () -> upgrade(iai, "nobody", "3.0"));
    assertRefused("FailedOperation.GroupCannotUpgrade", () -> upgrade(iai, "staff", "2.0"));
    assertRefused(
        "InvalidParameterValue.FaceModelVersionIllegal", () -> upgrade(iai, "staff", "4.0"));
    assertRefused("FailedOperation.UpgradeJobIdNotExist", () -> revert(iai, "nothing"));
    assertRefused("FailedOperation.UpgradeJobIdNotExist", () -> result(iai, "nothing"));

    createGroup(iai, "club");
    CopyPersonRequest copy = new CopyPersonRequest();
    copy.setPersonId("cleo");
    copy.setGroupIds(new String[] {"club"});
    iai.CopyPerson(copy);
    assertRefused("FailedOperation.GroupCannotUpgrade", () -> upgrade(iai, "guests", "3.0"));
  }

  private static void createGroup(IaiClient iai, String id) throws Exception {
    CreateGroupRequest create = new CreateGroupRequest();
    create.setGroupId(id);
    create.setGroupName("Group " + id);
    create.setFaceModelVersion("2.0");
    iai.CreateGroup(create);
  }

  private static void enrol(IaiClient iai, String person, String group, Photos photo)
      throws Exception {
    CreatePersonRequest create = new CreatePersonRequest();
    create.setPersonId(person);
    create.setPersonName(person);
    create.setGroupId(group);
    create.setImage(photo.base64());
    assertThat(iai.CreatePerson(create).getFaceModelVersion()).isEqualTo("2.0");
  }

  private static String upgrade(IaiClient iai, String group, String version) throws Exception {
    UpgradeGroupFaceModelVersionRequest upgrade = new UpgradeGroupFaceModelVersionRequest();
    upgrade.setGroupId(group);
    upgrade.setFaceModelVersion(version);
    return iai.UpgradeGroupFaceModelVersion(upgrade).getJobId();
  }

  private static void revert(IaiClient iai, String job) throws Exception {
    RevertGroupFaceModelVersionRequest revert = new RevertGroupFaceModelVersionRequest();
    revert.setJobId(job);
    iai.RevertGroupFaceModelVersion(revert);
  }

  private static GetUpgradeGroupFaceModelVersionResultResponse result(IaiClient iai, String job)
      throws Exception {
    GetUpgradeGroupFaceModelVersionResultRequest get =
        new GetUpgradeGroupFaceModelVersionResultRequest();
    get.setJobId(job);
    return iai.GetUpgradeGroupFaceModelVersionResult(get);
  }

  private static GetUpgradeGroupFaceModelVersionResultResponse requireEnd(
      IaiClient iai, String job, long status) throws Exception {
    Instant deadline = Instant.now().plus(WAIT_MAX);
    GetUpgradeGroupFaceModelVersionResultResponse result = result(iai, job);
    while (result.getStatus() != status && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(POLL_NANOS);
      result = result(iai, job);
    }
    assertThat(result.getStatus()).isEqualTo(status);
    return result;
  }

  private static String version(IaiClient iai, String group) throws Exception {
    GetGroupInfoRequest get = new GetGroupInfoRequest();
    get.setGroupId(group);
    return iai.GetGroupInfo(get).getFaceModelVersion();
  }

  private static String searchPersons(IaiClient iai) throws Exception {
    SearchPersonsRequest search = new SearchPersonsRequest();
    search.setGroupIds(new String[] {"staff"});
    search.setImage(Photos.ANN_AGAIN.base64());
    return iai.SearchPersons(search).getResults()[0].getCandidates()[0].getPersonId();
  }

  /** Another photo of Ann is hers; gives the version that says so. */
  private static String verification(IaiClient iai) throws Exception {
    VerifyFaceRequest verify = new VerifyFaceRequest();
    verify.setPersonId("ann");
    verify.setImage(Photos.ANN_AGAIN.base64());
    var answer = iai.VerifyFace(verify);
    assertThat(answer.getIsMatch()).isTrue();
    return answer.getFaceModelVersion();
  }
}
