package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.CLOCK;
import static dev.mien.gallery.GalleryFixture.OLD_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.OTHER_ACCOUNT;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.near;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.oldGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.SimilarityJob.State;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import dev.mien.gallery.store.SqliteSimilarityJobStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is enrolled twice is found, in the background, across restarts. */
@Timeout(60)
class SimilarityJobsTest {
  private static final GroupId G = new GroupId("g");
  private static final GroupId H = new GroupId("h");
  private static final UniquenessRule RULE = new UniquenessRule(1e-2);

  @TempDir private Path folder;

  private final Map<String, List<SimilarPerson>> kept = new ConcurrentHashMap<>();
  private DataDirectory directory;
  private SqliteDatabase database;
  private Gallery gallery;
  private SimilarityJobStore store;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    gallery = gallery(new SqliteGalleryStore(database));
    store = new SqliteSimilarityJobStore(database);
  }

  @AfterEach
  void close() {
    gallery.close();
    database.close();
    directory.close();
  }

  private SimilarityJobs jobs() {
    return new SimilarityJobs(gallery, store, this::keep, CLOCK);
  }

  private String keep(SimilarityJob job, List<SimilarPerson> found) {
    kept.put(job.id(), List.copyOf(found));
    return "result of " + job.id();
  }

  private void enrolTwins() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
    enrol(gallery, "zoe", "g", template(1));
    enrol(gallery, "ann", "h", near(template(1), 0.999, 7));
    enrol(gallery, "bob", "g", template(2));
    enrol(gallery, "cat", "h", template(3));
  }

  private SimilarityJob ended(SimilarityJob job) throws InterruptedException {
    for (int i = 0; i < 3000; i++) {
      SimilarityJob now = store.job(ACCOUNT, job.id()).orElseThrow();
      if (now.state() != State.RUNNING) {
        return now;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the job does not end");
  }

  @Test
  void a_person_with_two_ids_is_told_once_and_nobody_else() throws Exception {
    enrolTwins();
    try (SimilarityJobs jobs = jobs()) {
      SimilarityJob job = jobs.start(ACCOUNT, List.of(G, H), RULE);
      SimilarityJob done = ended(job);
      assertThat(done.state()).isEqualTo(State.DONE);
      assertThat(done.result()).contains("result of " + job.id());
      assertThat(jobs.share(done)).isEqualTo(1);
      List<SimilarPerson> found = kept.get(job.id());
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().id()).isEqualTo(new PersonId("ann"));
      assertThat(found.getFirst().groups()).containsExactly(H);
      assertThat(found.getFirst().similar()).hasSize(1);
      SimilarPerson.Match match = found.getFirst().similar().getFirst();
      assertThat(match.id()).isEqualTo(new PersonId("zoe"));
      assertThat(match.groups()).containsExactly(G);
      assertThat(match.score().value()).isBetween(30.0, 100.0);
    }
  }

  @Test
  void only_the_groups_that_were_named_are_looked_through() throws Exception {
    enrolTwins();
    try (SimilarityJobs jobs = jobs()) {
      SimilarityJob job = jobs.start(ACCOUNT, List.of(G), RULE);
      assertThat(ended(job).state()).isEqualTo(State.DONE);
      assertThat(kept.get(job.id())).isEmpty();
    }
  }

  @Test
  void a_stricter_rule_finds_less() throws Exception {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    enrol(gallery, "a", "g", template(1));
    enrol(gallery, "b", "g", near(template(1), 0.6, 7)); // an error rate of 1e-3
    try (SimilarityJobs jobs = jobs()) {
      SimilarityJob loose = jobs.start(ACCOUNT, List.of(G), new UniquenessRule(1e-2));
      ended(loose);
      SimilarityJob strict = jobs.start(ACCOUNT, List.of(G), new UniquenessRule(1e-4));
      ended(strict);
      assertThat(kept.get(loose.id())).hasSize(1);
      assertThat(kept.get(strict.id())).isEmpty();
    }
  }

  @Test
  void a_job_that_was_cut_off_is_done_after_the_restart() throws Exception {
    enrolTwins();
    SimilarityJob job =
        new SimilarityJob(
            "cut-off",
            ACCOUNT,
            List.of(G, H),
            RULE,
            State.RUNNING,
            CLOCK.instant(),
            Optional.empty());
    store.add(job);
    close();
    open();
    try (SimilarityJobs _ = jobs()) {
      assertThat(ended(job).state()).isEqualTo(State.DONE);
      assertThat(kept.get("cut-off")).hasSize(1);
    }
  }

  @Test
  void a_second_check_of_the_same_groups_waits_for_the_first() throws Exception {
    enrolTwins();
    CountDownLatch go = new CountDownLatch(1);
    SimilarityJobs.Results slow =
        (job, found) -> {
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new StoreException("interrupted", e);
          }
          return keep(job, found);
        };
    try (SimilarityJobs jobs = new SimilarityJobs(gallery, store, slow, CLOCK)) {
      SimilarityJob first = jobs.start(ACCOUNT, List.of(G, H), RULE);
      assertRefused(GalleryError.CONFLICT, () -> jobs.start(ACCOUNT, List.of(H, G), RULE));
      SimilarityJob other = jobs.start(ACCOUNT, List.of(G), RULE);
      assertThat(jobs.share(first)).isLessThan(1);
      go.countDown();
      ended(first);
      ended(other);
      ended(jobs.start(ACCOUNT, List.of(H, G), RULE));
      assertThat(jobs.jobs(ACCOUNT, 0, 2).total()).isEqualTo(3);
      assertThat(jobs.jobs(ACCOUNT, 2, 10).items().getFirst().id()).isEqualTo(first.id());
      assertThat(jobs.jobs(OTHER_ACCOUNT, 0, 10).total()).isZero();
      assertThat(jobs.job(OTHER_ACCOUNT, first.id())).isEmpty();
    }
  }

  @Test
  void a_group_that_goes_meanwhile_ends_the_job_without_result() throws Exception {
    enrolTwins();
    SimilarityJob job =
        new SimilarityJob(
            "lost",
            ACCOUNT,
            List.of(new GroupId("gone")),
            RULE,
            State.RUNNING,
            CLOCK.instant(),
            Optional.empty());
    store.add(job);
    try (SimilarityJobs _ = jobs()) {
      assertThat(ended(job).state()).isEqualTo(State.FAILED);
      assertThat(kept).isEmpty();
    }
  }

  @Test
  void what_cannot_be_checked_is_refused_at_once() throws Exception {
    enrolTwins();
    gallery.createGroup(ACCOUNT, oldGroup("old"));
    enrol(gallery, "dan", "old", template(OLD_EMBEDDER, 5));
    List<GroupId> many = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      many.add(G);
    }
    try (SimilarityJobs jobs = jobs()) {
      assertRefused(
          GalleryError.MODEL_VERSION_UNSUPPORTED,
          () -> jobs.start(ACCOUNT, List.of(new GroupId("old")), RULE));
      assertRefused(
          GalleryError.ACROSS_MODEL_VERSIONS,
          () -> jobs.start(ACCOUNT, List.of(G, new GroupId("old")), RULE));
      assertRefused(GalleryError.GROUP_IDS_TOO_MANY, () -> jobs.start(ACCOUNT, many, RULE));
      assertRefused(
          GalleryError.GROUP_NOT_FOUND, () -> jobs.start(OTHER_ACCOUNT, List.of(G), RULE));
      assertRefused(GalleryError.PAGE_LIMIT_EXCEEDED, () -> jobs.jobs(ACCOUNT, 0, 1001));
      assertThat(jobs.jobs(ACCOUNT, 0, 10).total()).isZero();
    }
    assertThat(gallery.similarPersons().estimate(ACCOUNT, List.of(G, H)))
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void jobs_are_forgotten_after_a_year() throws Exception {
    enrolTwins();
    SimilarityJob job;
    try (SimilarityJobs jobs = jobs()) {
      job = ended(jobs.start(ACCOUNT, List.of(G), RULE));
    }
    Clock later = Clock.offset(CLOCK, Duration.ofDays(364));
    try (SimilarityJobs jobs = new SimilarityJobs(gallery, store, this::keep, later)) {
      assertThat(jobs.job(ACCOUNT, job.id())).contains(job);
    }
    Clock muchLater = Clock.offset(CLOCK, Duration.ofDays(366));
    try (SimilarityJobs jobs = new SimilarityJobs(gallery, store, this::keep, muchLater)) {
      assertThat(jobs.job(ACCOUNT, job.id())).isEmpty();
    }
  }

  private static void assertRefused(GalleryError error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GalleryException.class, e -> assertThat(e.error()).isEqualTo(error));
  }
}
