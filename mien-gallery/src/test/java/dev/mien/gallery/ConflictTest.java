package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.OLD_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.bothTemplates;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.faces;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.oldGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.store.InMemoryGalleryStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be done at the same time is refused. */
class ConflictTest {
  private static final int THREADS = 6;
  private static final int STEPS = 150;
  private static final int WAIT_SECONDS_MAX = 60;
  private static final GroupId G = new GroupId("g");
  private static final GroupId H = new GroupId("h");
  private static final PersonId P = new PersonId("p");

  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private volatile boolean held;

  /** A write stops just before the store when it is to be held. */
  private final Gallery gallery =
      gallery(
          new WatchedStore(
                  new InMemoryGalleryStore(),
                  changes -> {
                    if (held) {
                      held = false;
                      writing.countDown();
                      await(mayEnd);
                    }
                  })
              .store());

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void enrolOne() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
    enrol(gallery, "p", "g", template(1));
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private static void refused(GalleryError error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GalleryException.class,
            e -> {
              assertThat(e.error()).isEqualTo(error);
              assertThat(e.value()).isEqualTo("p");
            });
  }

  private Future<?> hold(ExecutorService executor, Callable<?> change) {
    held = true;
    Future<?> future = executor.submit(change);
    await(writing);
    return future;
  }

  @Test
  void while_faces_are_added_nobody_else_changes_the_person() throws Exception {
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<?> adding = hold(executor, this::addFace);
      refused(GalleryError.FACES_BEING_ADDED, this::addFace);
      refused(GalleryError.CONFLICT, () -> gallery.deletePerson(ACCOUNT, P));
      refused(GalleryError.CONFLICT, () -> gallery.deletePersonFromGroup(ACCOUNT, G, P));
      refused(GalleryError.CONFLICT, () -> gallery.deleteFaces(ACCOUNT, P, List.of()));
      refused(GalleryError.CONFLICT, () -> gallery.copyPerson(ACCOUNT, P, List.of(H)));
      refused(GalleryError.CONFLICT, () -> gallery.modifyMembership(ACCOUNT, G, P, List.of()));
      refused(GalleryError.CONFLICT, () -> enrol(gallery, "p", "h", template(2)));
      refused(
          GalleryError.CONFLICT,
          () ->
              gallery.modifyPerson(
                  ACCOUNT, new PersonChange(P, Optional.of("Name"), Optional.empty())));
      assertThat(gallery.searchFaces(ACCOUNT, List.of(G), template(1), best(1)).searched())
          .as("who asks is not kept out")
          .isEqualTo(1);
      mayEnd.countDown();
      adding.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    }
    addFace();
    assertThat(gallery.person(ACCOUNT, P).faceIds()).hasSize(3);
  }

  private List<FaceAddition> addFace() throws GalleryException {
    return gallery.addFaces(ACCOUNT, P, faces(template(1)), Optional.empty());
  }

  @Test
  void faces_that_are_added_while_the_person_changes_otherwise_conflict() throws Exception {
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<?> copying = hold(executor, () -> gallery.copyPerson(ACCOUNT, P, List.of(H)));
      refused(GalleryError.CONFLICT, this::addFace);
      mayEnd.countDown();
      copying.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    }
    assertThat(gallery.personMemberships(ACCOUNT, P, 0, 9).total()).isEqualTo(2);
  }

  /** Everybody at few persons, while the group changes its version and changes it back. */
  @Test
  void many_writers_and_an_upgrade_leave_one_consistent_group() throws Exception {
    gallery.createGroup(ACCOUNT, oldGroup("old"));
    GroupId old = new GroupId("old");
    Set<GalleryError> met = EnumSet.noneOf(GalleryError.class);
    List<Callable<Set<GalleryError>>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(i);
      tasks.add(() -> hammer(random, old));
    }
    tasks.add(
        () -> {
          String job = gallery.upgradeGroup(ACCOUNT, old, ModelVersion.V3_0).id();
          Upgrades.awaitAll(gallery);
          gallery.revertUpgrade(ACCOUNT, job);
          Upgrades.awaitAll(gallery);
          return Set.of();
        });
    try (ExecutorService executor = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<Set<GalleryError>> future : executor.invokeAll(tasks)) {
        met.addAll(future.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS));
      }
    }
    if (gallery.groupSize(ACCOUNT, old).persons() == 0) {
      gallery.createPerson(
          ACCOUNT,
          new NewPerson(new PersonId("last"), old, "n", Gender.MALE, List.of(), bothTemplates(1)),
          Optional.empty());
    }
    assertThat(met)
        .isSubsetOf(
            GalleryError.CONFLICT,
            GalleryError.FACES_BEING_ADDED,
            GalleryError.PERSON_ID_EXISTS,
            GalleryError.PERSON_NOT_FOUND,
            GalleryError.PERSON_FACES_TOO_MANY,
            GalleryError.LAST_FACE);
    assertThat(gallery.group(ACCOUNT, old).modelVersion()).isEqualTo(ModelVersion.V2_0);
    long faceCount = 0;
    for (Member member : gallery.persons(ACCOUNT, old, 0, 100).items()) {
      assertThat(member.person().modelVersion()).isEqualTo(ModelVersion.V2_0);
      faceCount += member.person().faceIds().size();
    }
    assertThat(gallery.groupSize(ACCOUNT, old).faces()).isEqualTo(faceCount).isPositive();
    assertThat(
            gallery
                .searchFaces(ACCOUNT, List.of(old), template(OLD_EMBEDDER, 1), best(9))
                .searched())
        .isEqualTo(faceCount);
  }

  private Set<GalleryError> hammer(Random random, GroupId group) {
    Set<GalleryError> met = EnumSet.noneOf(GalleryError.class);
    for (int step = 0; step < STEPS; step++) {
      PersonId id = new PersonId("q" + random.nextInt(3));
      FaceTemplates face = bothTemplates(random.nextInt(9));
      try {
        switch (random.nextInt(5)) {
          case 0, 1 ->
              gallery.createPerson(
                  ACCOUNT,
                  new NewPerson(id, group, "n", Gender.MALE, List.of(), face),
                  Optional.empty());
          case 2 -> gallery.addFaces(ACCOUNT, id, List.of(face), Optional.empty());
          case 3 ->
              gallery.deleteFaces(ACCOUNT, id, gallery.person(ACCOUNT, id).faceIds().subList(0, 1));
          default -> {
            if (random.nextInt(4) == 0) {
              gallery.deletePerson(ACCOUNT, id);
            }
          }
        }
      } catch (GalleryException e) {
        met.add(e.error());
      }
    }
    return met;
  }
}
