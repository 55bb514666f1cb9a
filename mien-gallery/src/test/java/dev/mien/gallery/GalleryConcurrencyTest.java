package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.faces;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.near;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.newPerson;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.score.Score;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryConcurrencyTest {
  private static final int THREADS = 8;
  private static final GroupId G = new GroupId("g");
  private static final PersonId P = new PersonId("p");
  private static final Template FACE = template(1);

  @TempDir private Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private Gallery gallery;

  @BeforeEach
  void open() throws GalleryException {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    gallery = gallery(new SqliteGalleryStore(database));
    gallery.createGroup(ACCOUNT, newGroup("g"));
  }

  @AfterEach
  void close() {
    gallery.close();
    database.close();
    directory.close();
  }

  private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
      for (Future<T> future : executor.invokeAll(tasks)) {
        results.add(future.get());
      }
    }
    return results;
  }

  /** Tries again while somebody else changes the person. */
  private static <T> T retrying(Callable<T> call) throws Exception {
    while (true) {
      try {
        return call.call();
      } catch (GalleryException e) {
        if (e.error() != GalleryError.FACES_BEING_ADDED) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  private static Callable<String> outcome(Callable<?> call) {
    return () -> {
      try {
        return call.call().getClass().getSimpleName();
      } catch (GalleryException e) {
        return e.error().name();
      }
    };
  }

  @Test
  void of_many_persons_with_one_id_one_is_created() throws Exception {
    List<Callable<String>> tasks =
        IntStream.range(0, 24)
            .mapToObj(i -> outcome(() -> enrol(gallery, "p", "g", template(i))))
            .toList();
    assertThat(together(tasks))
        .containsOnlyOnce("FaceId")
        .filteredOn(outcome -> !outcome.equals("FaceId"))
        .hasSize(23)
        .containsAnyOf("PERSON_ID_EXISTS", "CONFLICT")
        .isSubsetOf("PERSON_ID_EXISTS", "CONFLICT");
    assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(1, 1));
  }

  @Test
  void of_many_equal_faces_one_passes_a_uniqueness_rule() throws Exception {
    List<Callable<String>> tasks =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    outcome(
                        () ->
                            gallery.createPerson(
                                ACCOUNT,
                                newPerson("p" + i, "g", FACE),
                                Optional.of(new UniquenessRule(1e-3)))))
            .toList();
    assertThat(together(tasks)).containsOnlyOnce("Created").contains("SimilarExists");
    assertThat(gallery.groupSize(ACCOUNT, G).persons()).isEqualTo(1);
  }

  @Test
  void a_person_never_gets_more_faces_than_allowed() throws Exception {
    enrol(gallery, "p", "g", FACE);
    List<Callable<String>> tasks =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    outcome(
                        () ->
                            retrying(
                                () -> gallery.addFaces(ACCOUNT, P, faces(FACE), Optional.empty()))))
            .toList();
    together(tasks);
    assertThat(gallery.person(ACCOUNT, P).faceIds()).hasSize(5).doesNotHaveDuplicates();
  }

  /**
   * One person always is in the group with three faces, or not at all. Searches beside the writes
   * must never see anything else.
   */
  @Test
  void searches_never_see_half_a_write() throws Exception {
    enrol(gallery, "always", "g", near(FACE, 0.1, 1));
    AtomicBoolean writing = new AtomicBoolean(true);
    List<Callable<String>> tasks = new ArrayList<>();
    tasks.add(
        () -> {
          try {
            for (int i = 0; i < 30; i++) {
              enrol(gallery, "p", "g", near(FACE, 0.9, 2));
              gallery.addFaces(ACCOUNT, P, faces(near(FACE, 0.9, 3), FACE), Optional.empty());
              gallery.deletePerson(ACCOUNT, P);
            }
          } finally {
            writing.set(false);
          }
          return "written";
        });
    for (int i = 0; i < 3; i++) {
      tasks.add(
          () -> {
            while (writing.get()) {
              requireOneOfTwoStates();
            }
            return "searched";
          });
    }
    assertThat(together(tasks)).containsExactly("written", "searched", "searched", "searched");
  }

  private void requireOneOfTwoStates() throws GalleryException {
    SearchOptions detailed = new SearchOptions(5, new Score(0), true);
    SearchResult found = gallery.searchFaces(ACCOUNT, List.of(G), FACE, detailed);
    List<String> ids =
        found.candidates().stream().map(candidate -> candidate.personId().value()).toList();
    assertThat(ids).isIn(List.of("p", "always"), List.of("always"));
    assertThat(found.candidates())
        .allSatisfy(
            candidate -> assertThat(candidate.details().orElseThrow().memberships()).hasSize(1));
    GroupSize size = gallery.groupSize(ACCOUNT, G);
    assertThat(size).isIn(new GroupSize(1, 1), new GroupSize(2, 2), new GroupSize(2, 4));
    assertThat(gallery.searchPersons(ACCOUNT, List.of(G), FACE, best(5)).candidates())
        .hasSizeBetween(1, 2);
  }
}
