package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.near;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.index.HeldScans;
import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** While a large search runs, everything else goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchesBesideWritesTest {
  private static final GroupId LARGE = new GroupId("large");
  private static final GroupId SMALL = new GroupId("small");

  /** More than are searched without the threads that scan. */
  private static final int PERSONS = 33_000;

  @TempDir private static Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private IndexResources resources;
  private Gallery gallery;

  @BeforeAll
  void open() throws GalleryException {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    SqliteGalleryStore store = new SqliteGalleryStore(database);
    fill(store);
    resources = IndexResources.open(folder, 2);
    gallery =
        new Gallery(
            store,
            GalleryLimits.defaults(),
            GalleryFixture.VERSIONS,
            GalleryFixture.CALIBRATIONS,
            GalleryFixture.CLOCK,
            resources);
    gallery.createGroup(ACCOUNT, newGroup("small"));
  }

  /** The first are near to the first probe, the next ones to the second, the others all alike. */
  private static void fill(GalleryStore store) {
    List<Change> changes = new ArrayList<>();
    Instant now = GalleryFixture.CLOCK.instant();
    changes.add(
        new Change.GroupAdded(
            new Group(LARGE, "Large", List.of(), "", ModelVersion.V3_0, now, now)));
    Template other = template(-1);
    for (int i = 0; i < PERSONS; i++) {
      PersonId id = new PersonId("p" + i);
      changes.add(new Change.PersonAdded(id, "n", Gender.UNSPECIFIED, ModelVersion.V3_0, now));
      changes.add(new Change.MembershipAdded(id, new Membership(LARGE, List.of())));
      Template template = i < 4 ? near(template(1 + i / 2), 0.95 - i % 2 * 0.05, 5) : other;
      Face face = new Face(new FaceId(FaceId.MIN + i), template, Quality.UNKNOWN, now);
      changes.add(new Change.FaceAdded(id, face));
    }
    store.apply(ACCOUNT, changes);
  }

  @AfterAll
  void close() {
    gallery.close();
    resources.close();
    database.close();
    directory.close();
  }

  private List<String> found(GroupId group, long seed) throws GalleryException {
    return gallery
        .searchFaces(ACCOUNT, List.of(group), template(seed), best(2))
        .candidates()
        .stream()
        .map(candidate -> candidate.personId().value())
        .toList();
  }

  @Test
  void writes_and_small_searches_are_done_before_a_large_search_that_began_earlier()
      throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor();
        HeldScans held = HeldScans.of(resources)) {
      Future<List<String>> large = thread.submit(() -> found(LARGE, 1));
      held.awaitWaiting(1);
      enrol(gallery, "new", "small", template(1));
      assertThat(found(SMALL, 1)).containsExactly("new");
      gallery.copyPerson(ACCOUNT, new PersonId("new"), List.of(LARGE));
      assertThat(gallery.groupSize(ACCOUNT, LARGE).faces()).isGreaterThanOrEqualTo(PERSONS);
      assertThat(large.isDone()).isFalse();
      held.release();
      assertThat(large.get()).as("as it was when the search began").containsExactly("p0", "p1");
    }
    assertThat(found(LARGE, 1)).containsExactly("new", "p0");
  }

  @Test
  void who_is_deleted_during_a_search_is_not_found_by_it() throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor();
        HeldScans held = HeldScans.of(resources)) {
      Future<List<String>> large = thread.submit(() -> found(LARGE, 2));
      held.awaitWaiting(1);
      gallery.deletePerson(ACCOUNT, new PersonId("p2"));
      enrol(gallery, "later", "large", template(2)); // could have taken the row
      held.release();
      assertThat(large.get()).containsExactly("later", "p3");
    }
    assertThat(found(LARGE, 2)).containsExactly("later", "p3");
  }
}
