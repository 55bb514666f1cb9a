package dev.mien.server.disk;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.mien.media.MediaRefusedException;
import dev.mien.media.MediaStore;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A data directory with everything that writes into it, and one group of persons. */
record OpenStores(
    DataDirectory directory,
    SqliteDatabase database,
    MediaStore media,
    IndexResources resources,
    Gallery gallery)
    implements AutoCloseable {
  static final AccountId ACCOUNT = new AccountId(1_300_000_001L);
  static final GroupId G = new GroupId("g");
  private static final NewMedia KEPT = NewMedia.kept(ACCOUNT, "test", MediaType.JPEG);

  private static final int DIMENSIONS = 321;
  private static final int MEDIUM_BYTES = 100_000;
  private static final String EMBEDDER = "embedder";

  static OpenStores open(Path data) {
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
    return new OpenStores(directory, database, media, resources, gallery);
  }

  @Override
  public void close() {
    gallery.close();
    resources.close();
    media.close();
    database.close();
    directory.close();
  }

  /** Makes the group of all persons. */
  void createGroup() throws GalleryException {
    gallery.createGroup(ACCOUNT, new NewGroup(G, "G", List.of(), "", ModelVersion.V3_0));
  }

  /** Whether a person was enrolled; any other fault than this one fails the test. */
  boolean enrols(String id, StoreFault otherwise) throws GalleryException {
    NewPerson person =
        new NewPerson(
            new PersonId(id),
            G,
            "Name",
            Gender.UNSPECIFIED,
            List.of(),
            FaceTemplates.of(ModelVersion.V3_0, template(id)));
    try {
      gallery.createPerson(ACCOUNT, person, Optional.empty());
      return true;
    } catch (StoreException e) {
      assertThat(e.fault()).as(e.getMessage()).isEqualTo(otherwise);
      return false;
    }
  }

  /** Whether a person was deleted; any other fault than this one fails the test. */
  boolean deletes(String id, StoreFault otherwise) throws GalleryException {
    try {
      gallery.deletePerson(ACCOUNT, new PersonId(id));
      return true;
    } catch (StoreException e) {
      assertThat(e.fault()).as(e.getMessage()).isEqualTo(otherwise);
      return false;
    }
  }

  /** The index and the store have these persons and no others. */
  void requireExactly(Set<String> ids) throws GalleryException {
    assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(ids.size(), ids.size()));
    assertThat(gallery.persons(ACCOUNT, G, 0, 1000).items())
        .extracting(member -> member.person().id().value())
        .containsExactlyInAnyOrderElementsOf(ids);
    for (String id : ids) {
      assertThat(
              gallery
                  .searchFaces(
                      ACCOUNT, List.of(G), template(id), new SearchOptions(1, new Score(0), false))
                  .candidates()
                  .getFirst()
                  .personId())
          .isEqualTo(new PersonId(id));
    }
  }

  /** Keeps a medium, whose content its number makes. */
  MediaItem keep(int number) throws MediaRefusedException {
    return media.put(KEPT, content(number));
  }

  /** The media are there, numbered from 0. */
  void requireReadable(List<MediaItem> items) {
    for (int i = 0; i < items.size(); i++) {
      try (MediaContent content = media.open(items.get(i).id()).orElseThrow()) {
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
