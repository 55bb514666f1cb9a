package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.iai.v20200303.IaiClient;
import com.tencentcloudapi.iai.v20200303.models.Candidate;
import com.tencentcloudapi.iai.v20200303.models.CreateGroupRequest;
import com.tencentcloudapi.iai.v20200303.models.CreatePersonRequest;
import com.tencentcloudapi.iai.v20200303.models.DeletePersonRequest;
import com.tencentcloudapi.iai.v20200303.models.GetPersonListRequest;
import com.tencentcloudapi.iai.v20200303.models.GetPersonListResponse;
import com.tencentcloudapi.iai.v20200303.models.PersonInfo;
import com.tencentcloudapi.iai.v20200303.models.SearchFacesRequest;
import com.tencentcloudapi.iai.v20200303.models.SearchFacesResponse;
import dev.mien.server.it.SdkClients.Signing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed in the middle of enrolments, and started again on what it left. */
class CrashIT {
  private static final int ROUNDS = 3;
  private static final int WRITERS = 2;

  /** A round is killed after so many acknowledgements, and some more at random. */
  private static final int ACKNOWLEDGED_MIN = 8;

  private static final int SECONDS_MAX = 120;
  private static final String GROUP = "crash";

  @TempDir static Path folder;

  /**
   * What clients know: enrolled and deleted are acknowledged, asked for is all that was ever sent.
   */
  private record Known(Set<String> enrolled, Set<String> deleted, Set<String> askedFor) {
    Known() {
      this(
          ConcurrentHashMap.newKeySet(),
          ConcurrentHashMap.newKeySet(),
          ConcurrentHashMap.newKeySet());
    }
  }

  @Test
  void what_was_acknowledged_before_a_kill_is_there_and_searchable_after_it() throws Exception {
    Random random = new Random(20261121);
    Path data = folder.resolve("data");
    Known known = new Known();
    for (int round = 0; round < ROUNDS; round++) {
      try (TestServer server = TestServer.start(data)) {
        IaiClient iai = SdkClients.iai(server, Signing.TC3_POST);
        if (round == 0) {
          CreateGroupRequest create = new CreateGroupRequest();
          create.setGroupId(GROUP);
          create.setGroupName(GROUP);
          iai.CreateGroup(create);
        }
        check(iai, known);
        writeUntilKilled(server, known, round, ACKNOWLEDGED_MIN + random.nextInt(5));
      }
    }
    try (TestServer server = TestServer.start(data)) {
      check(SdkClients.iai(server, Signing.TC3_POST), known);
      assertThat(server.stop()).as("a clean end after all").isIn(0, 143);
    }
  }

  private static void writeUntilKilled(TestServer server, Known known, int round, int acknowledged)
      throws Exception {
    CountDownLatch enough = new CountDownLatch(acknowledged);
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      writers.add(
          Thread.ofPlatform()
              .start(() -> write(server, known, "r" + round + "w" + number, enough)));
    }
    assertThat(enough.await(SECONDS_MAX, TimeUnit.SECONDS)).as("acknowledgements").isTrue();
    server.kill();
    for (Thread writer : writers) {
      writer.join(TimeUnit.SECONDS.toMillis(SECONDS_MAX));
      assertThat(writer.isAlive()).isFalse();
    }
  }

  /** Enrols people, and deletes every fourth again, until the server is gone. */
  private static void write(TestServer server, Known known, String prefix, CountDownLatch enough) {
    IaiClient iai = SdkClients.iai(server, Signing.TC3_POST);
    for (int i = 0; ; i++) {
      String id = prefix + "-" + i;
      CreatePersonRequest create = new CreatePersonRequest();
      create.setGroupId(GROUP);
      create.setPersonId(id);
      create.setPersonName(id);
      create.setImage((i % 2 == 0 ? Photos.ANN : Photos.BEA).base64());
      try {
        known.askedFor().add(id);
        iai.CreatePerson(create);
        known.enrolled().add(id);
        if (i % 4 == 3) {
          DeletePersonRequest delete = new DeletePersonRequest();
          delete.setPersonId(id);
          known.enrolled().remove(id);
          iai.DeletePerson(delete);
          known.deleted().add(id);
        }
        enough.countDown();
      } catch (TencentCloudSDKException killed) {
        return;
      }
    }
  }

  private static void check(IaiClient iai, Known known) throws TencentCloudSDKException {
    GetPersonListRequest list = new GetPersonListRequest();
    list.setGroupId(GROUP);
    list.setLimit(1000L);
    GetPersonListResponse there = iai.GetPersonList(list);
    List<String> ids = Arrays.stream(there.getPersonInfos()).map(PersonInfo::getPersonId).toList();
    List<String> faceIds =
        Arrays.stream(there.getPersonInfos())
            .flatMap(person -> Arrays.stream(person.getFaceIds()))
            .toList();
    assertThat(new HashSet<>(ids)).as("acknowledged enrolments").containsAll(known.enrolled());
    assertThat(Collections.disjoint(ids, known.deleted())).as("acknowledged deletions").isTrue();
    assertThat(known.askedFor()).as("nothing that nobody sent").containsAll(ids);
    assertThat(faceIds)
        .as("one face each, never the same")
        .doesNotHaveDuplicates()
        .hasSameSizeAs(ids);
    assertThat(there.getFaceNum()).isEqualTo(faceIds.size());
    assertThat(there.getPersonNum()).isEqualTo(ids.size());
    if (ids.isEmpty()) {
      return;
    }
    SearchFacesRequest search = new SearchFacesRequest();
    search.setGroupIds(new String[] {GROUP});
    search.setMaxPersonNum(100L);
    search.setImage(Photos.ANN.base64());
    SearchFacesResponse found = iai.SearchFaces(search);
    assertThat(found.getFaceNum()).as("index and store agree").isEqualTo(faceIds.size());
    assertThat(
            new HashSet<>(
                Arrays.stream(found.getResults()[0].getCandidates())
                    .map(Candidate::getPersonId)
                    .toList()))
        .isEqualTo(new HashSet<>(ids));
  }
}
