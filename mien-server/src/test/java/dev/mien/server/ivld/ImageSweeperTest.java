package dev.mien.server.ivld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.CustomCategories;
import dev.mien.gallery.CustomPersons;
import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GalleryLimits;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.ModelVersions;
import dev.mien.gallery.NewCustomPerson;
import dev.mien.gallery.Template;
import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.score.Calibration;
import dev.mien.gallery.score.Calibrations;
import dev.mien.gallery.store.InMemoryGalleryStore;
import dev.mien.media.MediaId;
import dev.mien.media.MediaLimits;
import dev.mien.media.MediaStore;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pictures are swept, with a real media store. */
class ImageSweeperTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final AccountId ANN = new AccountId(1);
  private static final AccountId BOB = new AccountId(2);
  private static final String EMBEDDER = "embedder";
  private static final long MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  private IndexResources resources;
  private Gallery gallery;
  private MediaStore media;

  @BeforeEach
  void open() {
    resources = IndexResources.open(folder, 1);
    Calibration calibration = new Calibration(List.of(new Calibration.Point(0.5, 1e-3)));
    gallery =
        new Gallery(
            new InMemoryGalleryStore(),
            GalleryLimits.defaults(),
            new ModelVersions(Map.of(ModelVersion.V3_0, EMBEDDER, ModelVersion.V2_0, EMBEDDER)),
            new Calibrations(Map.of(EMBEDDER, calibration)),
            CLOCK,
            resources);
    media =
        MediaStore.open(
            folder.resolve("media"),
            new SecretKeySpec(new byte[32], "Generic"),
            new MediaLimits(MEGABYTE, MEGABYTE, Duration.ofHours(1)),
            CLOCK);
  }

  @AfterEach
  void close() {
    media.close();
    gallery.close();
    resources.close();
  }

  private MediaId put(AccountId owner, String label, int content) throws Exception {
    return media.put(NewMedia.kept(owner, label, MediaType.JPEG), new byte[] {(byte) content}).id();
  }

  private void createPerson(MediaId picture) throws GalleryException {
    CustomPersons persons = gallery.customPersons();
    persons.createGroup(ANN, "bucket");
    long category =
        persons.categories().create(ANN, new CustomCategories.Texts("stars", "")).number();
    Template face = Template.normalized(EMBEDDER, new float[] {1, 0, 0, 0});
    persons.create(
        ANN,
        new NewCustomPerson(
            "Ann", "", category, FaceTemplates.of(ModelVersion.V3_0, face), picture.text()));
  }

  private ImageSweeper start() {
    return ImageSweeper.start(
        gallery.customPersons(), media, () -> List.of(ANN, BOB), Duration.ofHours(1), CLOCK);
  }

  @Test
  void the_start_removes_what_no_custom_person_has_and_nothing_else() throws Exception {
    MediaId had = put(ANN, Portrait.LABEL, 1);
    MediaId orphan = put(ANN, Portrait.LABEL, 2);
    MediaId othersOrphan = put(BOB, Portrait.LABEL, 3);
    MediaId anotherThing = put(ANN, "similar-persons", 4);
    createPerson(had);
    start().close();
    assertThat(media.find(ANN, had)).isPresent();
    assertThat(media.find(ANN, anotherThing)).isPresent();
    assertThat(media.find(ANN, orphan)).isEmpty();
    assertThat(media.find(BOB, othersOrphan)).isEmpty();
  }

  @Test
  void a_picture_that_came_after_the_time_is_left_alone() throws Exception {
    try (ImageSweeper sweeper = start()) {
      MediaId justPut = put(ANN, Portrait.LABEL, 1);
      sweeper.sweep(NOW.minusMillis(1));
      assertThat(media.find(ANN, justPut)).isPresent();
      sweeper.sweep(NOW);
      assertThat(media.find(ANN, justPut)).isEmpty();
    }
  }

  @Test
  void more_pictures_than_are_looked_at_at_once_are_swept() throws Exception {
    for (int i = 0; i <= ImageSweeper.SLICE; i++) {
      put(ANN, Portrait.LABEL, 1);
    }
    start().close();
    assertThat(media.usedBytes()).isZero();
  }
}
