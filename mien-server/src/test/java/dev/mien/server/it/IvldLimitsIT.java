package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the configuration limits for custom persons. */
class IvldLimitsIT {
  @TempDir private Path folder;

  @Test
  void persons_and_faces_are_as_many_as_the_configuration_says() throws Exception {
    try (TestServer server =
        TestServer.start(
            folder.resolve("data"),
            "quotas:",
            "  faces-per-account: 1",
            "  custom-persons-per-account: 1")) {
      IvldPersons persons = new IvldPersons(server);
      persons.createGroup();
      String category = persons.createCategory("stars", "");
      String ann = persons.create("Ann", category, Photos.ANN.base64()).getPersonId();
      SdkClients.assertRefused(
          "FailedOperation.PersonNumExceeded",
          () -> persons.create("Bea", category, Photos.BEA.base64()));
      SdkClients.assertRefused(
          "InternalError.InternalOverflow", () -> persons.addImage(ann, Photos.ANN.base64()));
      assertThat(IvldPersons.keptFiles(folder.resolve("data"))).hasSize(1);
    }
  }

  @Test
  void without_room_for_the_picture_nobody_is_created() throws Exception {
    try (TestServer server =
        TestServer.start(
            folder.resolve("data"), "media:", "  max-object: 1KB", "  max-total: 1KB")) {
      IvldPersons persons = new IvldPersons(server);
      persons.createGroup();
      String category = persons.createCategory("stars", "");
      SdkClients.assertRefused(
          "FailedOperation.UploadFailed",
          () -> persons.create("Ann", category, Photos.ANN.base64()));
      assertThat(persons.all()).isEmpty();
    }
  }
}
