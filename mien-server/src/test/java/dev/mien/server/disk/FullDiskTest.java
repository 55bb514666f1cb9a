package dev.mien.server.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GalleryLimits;
import dev.mien.gallery.Gender;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.GroupSize;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.ModelVersions;
import dev.mien.gallery.NewGroup;
import dev.mien.gallery.NewPerson;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.SearchOptions;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import dev.mien.gallery.Template;
import dev.mien.gallery.account.SecretBox;
import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.score.Calibration;
import dev.mien.gallery.score.Calibrations;
import dev.mien.gallery.score.Score;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import dev.mien.media.MediaContent;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaLimits;
import dev.mien.media.MediaStore;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import dev.mien.server.backup.Backup;
import dev.mien.server.backup.BackupException;
import dev.mien.server.backup.Restore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real stores on a disk that fills up: what was acknowledged stays, and writes go on later. */
class FullDiskTest {
  private static final int DISK_KILOBYTES = 8 * 1024;
  private static final int DIMENSIONS = 321;
  private static final String EMBEDDER = "embedder";
  private static final AccountId ACCOUNT = new AccountId(1_300_000_001L);
  private static final GroupId G = new GroupId("g");
  private static final int REFUSALS = 30;
  private static final int MEDIUM_BYTES = 100_000;
  private static final NewMedia KEPT = NewMedia.kept(ACCOUNT, "test", MediaType.JPEG);

  @TempDir private Path folder;
  private SmallDisk disk;
  private Store store;

  /** A data directory with everything that writes into it. */
  private record Store(
      DataDirectory directory,
      SqliteDatabase database,
      MediaStore media,
      IndexResources resources,
      Gallery gallery)
      implements AutoCloseable {
    static Store open(Path data) {
      DataDirectory directory = DataDirectory.open(data);
      SqliteDatabase database = SqliteDatabase.open(directory);
      MediaStore media =
          MediaStore.open(
              directory.path().resolve("media"),
              SecretBox.openOrCreate(directory.path()).derive("media"),
              new MediaLimits(10_000_000, 100_000_000, Duration.ofHours(1)),
              Clock.systemUTC());
      IndexResources resources = IndexResources.open(directory.path(), 1);
      Calibration calibration =
          new Calibration(
              List.of(new Calibration.Point(0.2, 1e-1), new Calibration.Point(0.8, 1e-4)));
      Gallery gallery =
          new Gallery(
              new SqliteGalleryStore(database),
              GalleryLimits.defaults(),
              new ModelVersions(Map.of(ModelVersion.V3_0, EMBEDDER)),
              new Calibrations(Map.of(EMBEDDER, calibration)),
              Clock.systemUTC(),
              resources);
      return new Store(directory, database, media, resources, gallery);
    }

    @Override
    public void close() {
      gallery.close();
      resources.close();
      media.close();
      database.close();
      directory.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    disk = SmallDisk.mount(folder.resolve("disk"), DISK_KILOBYTES);
    store = Store.open(disk.path().resolve("data"));
    store.gallery().createGroup(ACCOUNT, new NewGroup(G, "G", List.of(), "", ModelVersion.V3_0));
  }

  @AfterEach
  void close() throws Exception {
    if (store != null) {
      store.close();
      disk.close();
    }
  }

  @Test
  void enrolments_are_refused_until_there_is_room_again_and_none_is_lost_or_half_made()
      throws Exception {
    Set<String> there = new TreeSet<>();
    Path ballast = disk.fill(2 << 20);
    while (enrols("p" + there.size())) {
      there.add("p" + there.size());
    }
    assertThat(there).hasSizeGreaterThan(10);
    for (int i = 0; i < REFUSALS; i++) {
      if (enrols("late" + i)) {
        there.add("late" + i);
      }
      requireExactly(there);
    }
    if (deletes("p1")) {
      there.remove("p1");
    }
    requireExactly(there);

    Files.delete(ballast);
    assertThat(enrols("after")).isTrue();
    there.add("after");
    assertThat(deletes("p2")).isTrue();
    there.remove("p2");
    requireExactly(there);

    store.close();
    store = Store.open(disk.path().resolve("data"));
    requireExactly(there);
  }

  @Test
  void media_are_refused_until_there_is_room_again_and_leave_nothing_behind() throws Exception {
    Path ballast = disk.fill(1 << 20);
    List<MediaItem> kept = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              while (true) {
                kept.add(store.media().put(KEPT, content(kept.size())));
              }
            })
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(StoreFault.NO_SPACE));
    assertThat(kept).isNotEmpty();
    assertThat(disk.path().resolve("data/media/incoming")).isEmptyDirectory();
    requireReadable(kept);
    Files.delete(ballast);
    kept.add(store.media().put(KEPT, content(kept.size())));
    requireReadable(kept);
  }

  @Test
  void a_backup_that_does_not_fit_says_so_and_is_none() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(enrols("p" + i)).isTrue();
    }
    store.media().put(KEPT, content(1));
    disk.fill(100_000);
    Path backup = disk.path().resolve("backup");
    assertThatThrownBy(() -> backup().make(backup))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(backup.toString());
    assertThatThrownBy(() -> Restore.restore(backup, folder.resolve("restored")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("not a whole backup");
    assertThat(store.gallery().groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(20, 20));
    backup().make(folder.resolve("elsewhere"));
    assertThat(Restore.restore(folder.resolve("elsewhere"), folder.resolve("restored")))
        .isPositive();
  }

  @Test
  void a_directory_on_a_disk_that_takes_no_writes_is_refused_by_its_name() throws Exception {
    Path data = disk.path().resolve("data");
    store.close();
    disk.makeReadOnly();
    try {
      assertThatThrownBy(() -> Store.open(data))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(StoreFault.READ_ONLY))
          .hasMessageContaining(data.toString())
          .hasMessageContaining("read-only");
    } finally {
      store = null;
      disk.close();
    }
  }

  private Backup backup() {
    return new Backup(
        store.directory().path(), store.database(), store.media(), "media", Clock.systemUTC());
  }

  /** Whether there was room; anything else fails the test. */
  private boolean enrols(String id) throws GalleryException {
    NewPerson person =
        new NewPerson(
            new PersonId(id),
            G,
            "Name",
            Gender.UNSPECIFIED,
            List.of(),
            FaceTemplates.of(ModelVersion.V3_0, template(id)));
    try {
      store.gallery().createPerson(ACCOUNT, person, Optional.empty());
      return true;
    } catch (StoreException e) {
      assertThat(e.fault()).as(e.getMessage()).isEqualTo(StoreFault.NO_SPACE);
      return false;
    }
  }

  private boolean deletes(String id) throws GalleryException {
    try {
      store.gallery().deletePerson(ACCOUNT, new PersonId(id));
      return true;
    } catch (StoreException e) {
      assertThat(e.fault()).as(e.getMessage()).isEqualTo(StoreFault.NO_SPACE);
      return false;
    }
  }

  /** The index and the store have these persons and no others. */
  private void requireExactly(Set<String> ids) throws GalleryException {
    assertThat(store.gallery().groupSize(ACCOUNT, G))
        .isEqualTo(new GroupSize(ids.size(), ids.size()));
    assertThat(store.gallery().persons(ACCOUNT, G, 0, 1000).items())
        .extracting(member -> member.person().id().value())
        .containsExactlyInAnyOrderElementsOf(ids);
    for (String id : ids) {
      assertThat(
              store
                  .gallery()
                  .searchFaces(
                      ACCOUNT, List.of(G), template(id), new SearchOptions(1, new Score(0), false))
                  .candidates()
                  .getFirst()
                  .personId())
          .isEqualTo(new PersonId(id));
    }
  }

  private void requireReadable(List<MediaItem> items) {
    for (int i = 0; i < items.size(); i++) {
      try (MediaContent content = store.media().open(items.get(i).id()).orElseThrow()) {
        assertThat(content.bytes()).isEqualTo(content(i));
      }
    }
  }

  private static byte[] content(int number) {
    byte[] bytes = new byte[MEDIUM_BYTES];
    new Random(number).nextBytes(bytes);
    return bytes;
  }

  private static Template template(String id) {
    Random random = new Random(id.hashCode());
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Template.normalized(EMBEDDER, vector);
  }
}
