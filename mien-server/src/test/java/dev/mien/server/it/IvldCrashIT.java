package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.iai.v20200303.models.GetPersonListRequest;
import com.tencentcloudapi.iai.v20200303.models.PersonInfo;
import com.tencentcloudapi.ivld.v20210903.models.CustomPersonInfo;
import com.tencentcloudapi.ivld.v20210903.models.PersonImageInfo;
import dev.mien.server.it.SdkClients.Signing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed while custom persons come and go, and started again on what it left. */
class IvldCrashIT {
  private static final int ROUNDS = 2;
  private static final int SECONDS_MAX = 120;
  private static final Duration SWEEP_MAX = Duration.ofSeconds(30);
  private static final int POLL_MILLIS = 100;

  /** Each writer has a face of its own, so that nobody is refused as similar. */
  private static final List<Photos> FACES = List.of(Photos.ANN, Photos.BEA);

  @TempDir static Path folder;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> deleted = ConcurrentHashMap.newKeySet();

  @Test
  void after_a_kill_persons_faces_and_files_agree() throws Exception {
    Random random = new Random(20261121);
    Path data = folder.resolve("data");
    String category = "";
    for (int round = 0; round < ROUNDS; round++) {
      try (TestServer server = TestServer.start(data)) {
        IvldPersons persons = new IvldPersons(server);
        if (round == 0) {
          persons.createGroup();
          category = persons.createCategory("stars", "");
        } else {
          check(server, persons, data);
          clear(persons);
        }
        writeUntilKilled(server, category, 4 + random.nextInt(6));
      }
    }
    try (TestServer server = TestServer.start(data)) {
      check(server, new IvldPersons(server), data);
    }
  }

  private void clear(IvldPersons persons) throws TencentCloudSDKException {
    for (CustomPersonInfo person : persons.all()) {
      persons.delete(person.getPersonId());
      deleted.add(person.getPersonId());
    }
  }

  private void writeUntilKilled(TestServer server, String category, int writes) throws Exception {
    CountDownLatch enough = new CountDownLatch(writes);
    List<Thread> writers = new ArrayList<>();
    for (Photos face : FACES) {
      writers.add(Thread.ofPlatform().start(() -> write(server, category, face, enough)));
    }
    assertThat(enough.await(SECONDS_MAX, TimeUnit.SECONDS)).as("acknowledgements").isTrue();
    server.kill();
    for (Thread writer : writers) {
      writer.join(TimeUnit.SECONDS.toMillis(SECONDS_MAX));
      assertThat(writer.isAlive()).isFalse();
    }
  }

  /** Creates a person, gives it a second picture and deletes it, until the server is gone. */
  private void write(TestServer server, String category, Photos face, CountDownLatch enough) {
    IvldPersons persons = new IvldPersons(server);
    try {
      while (true) {
        String id = persons.create(face.name(), category, face.base64()).getPersonId();
        acknowledged.add(id);
        enough.countDown();
        persons.addImage(id, face.base64());
        enough.countDown();
        acknowledged.remove(id); // from here on nobody knows until it is acknowledged
        persons.delete(id);
        deleted.add(id);
        enough.countDown();
      }
    } catch (TencentCloudSDKException killed) {
      // as expected
    }
  }

  private void check(TestServer server, IvldPersons persons, Path data) throws Exception {
    List<CustomPersonInfo> all = persons.all();
    List<String> ids = all.stream().map(CustomPersonInfo::getPersonId).toList();
    assertThat(ids).as("acknowledged creations").containsAll(acknowledged);
    assertThat(ids).as("acknowledged deletions").doesNotContainAnyElementsOf(deleted);
    int images = 0;
    for (CustomPersonInfo person : all) {
      assertThat(person.getImageInfoSet()).isNotEmpty();
      for (PersonImageInfo image : person.getImageInfoSet()) {
        assertThat(IvldPersons.get(image.getImageURL()).statusCode()).isEqualTo(200);
        images++;
      }
    }
    GetPersonListRequest list = new GetPersonListRequest();
    list.setGroupId("ivld-custom-persons");
    list.setLimit(1000L);
    PersonInfo[] enrolled =
        SdkClients.iai(server, Signing.TC3_POST).GetPersonList(list).getPersonInfos();
    assertThat(Arrays.stream(enrolled).map(PersonInfo::getPersonId))
        .as("the gallery has the same persons")
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(Arrays.stream(enrolled).mapToInt(person -> person.getFaceIds().length).sum())
        .as("a face for every picture")
        .isEqualTo(images);
    awaitFiles(data, (int) all.stream().map(CustomPersonInfo::getName).distinct().count());
    acknowledged.clear();
  }

  /** Equal pictures are one file; what nobody refers to is removed after the start. */
  private static void awaitFiles(Path data, int files) throws Exception {
    Instant deadline = Instant.now().plus(SWEEP_MAX);
    while (IvldPersons.keptFiles(data).size() != files && Instant.now().isBefore(deadline)) {
      Thread.sleep(POLL_MILLIS);
    }
    assertThat(IvldPersons.keptFiles(data)).hasSize(files);
  }
}
