package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.NEW_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.OLD_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.bothTemplates;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.oldGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.UpgradeJob.State;
import dev.mien.gallery.store.InMemoryGalleryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How groups change their model version, and what stands against it. */
class GroupUpgradeTest {
  private static final GroupId G = new GroupId("g");
  private static final GroupId H = new GroupId("h");

  private static final UpgradeJob RUNNING =
      new UpgradeJob(
          "job",
          G,
          ModelVersion.V2_0,
          ModelVersion.V3_0,
          State.RUNNING,
          Instant.EPOCH,
          Optional.empty());

  private final GalleryStore store = new InMemoryGalleryStore();
  private Gallery gallery = gallery(store);

  @BeforeEach
  void makeGroups() throws GalleryException {
    gallery.createGroup(ACCOUNT, oldGroup("g"));
    gallery.createGroup(ACCOUNT, oldGroup("h"));
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private void enrolBoth(String id, String group, long seed) throws GalleryException {
    gallery.createPerson(
        ACCOUNT,
        new NewPerson(
            new PersonId(id),
            new GroupId(group),
            "n",
            Gender.UNSPECIFIED,
            List.of(),
            bothTemplates(seed)),
        Optional.empty());
  }

  private static void refused(GalleryError error, String value, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GalleryException.class,
            e -> {
              assertThat(e.error()).isEqualTo(error);
              assertThat(e.value()).isEqualTo(value);
            });
  }

  private String found(GroupId group, Template probe) throws GalleryException {
    Candidate first =
        gallery.searchFaces(ACCOUNT, List.of(group), probe, best(1)).candidates().getFirst();
    return first.personId() + " " + first.score().value();
  }

  @Test
  void after_an_upgrade_the_group_is_searched_with_the_new_version_only() throws GalleryException {
    enrolBoth("p", "g", 1);
    enrolBoth("q", "g", 2);
    gallery.addFaces(ACCOUNT, new PersonId("q"), List.of(bothTemplates(3)), Optional.empty());
    enrolBoth("other", "h", 2);
    List<FaceId> faces = gallery.person(ACCOUNT, new PersonId("q")).faceIds();
    assertThat(found(G, template(OLD_EMBEDDER, 3))).isEqualTo("q 100.0");

    UpgradeJob job = gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0);
    assertThat(Upgrades.awaitAll(gallery))
        .extracting(UpgradeJob::state)
        .containsExactly(State.DONE);

    assertThat(gallery.group(ACCOUNT, G).modelVersion()).isEqualTo(ModelVersion.V3_0);
    assertThat(gallery.person(ACCOUNT, new PersonId("q")).modelVersion())
        .isEqualTo(ModelVersion.V3_0);
    assertThat(gallery.person(ACCOUNT, new PersonId("q")).faceIds()).isEqualTo(faces);
    assertThat(found(G, template(NEW_EMBEDDER, 3))).isEqualTo("q 100.0");
    assertThat(found(G, template(NEW_EMBEDDER, 1))).isEqualTo("p 100.0");
    assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(2, 3));
    assertThat(gallery.verifyPerson(ACCOUNT, new PersonId("p"), template(NEW_EMBEDDER, 1)).value())
        .isEqualTo(100);
    refused(GalleryError.CONFLICT, "g", () -> found(G, template(OLD_EMBEDDER, 1)));
    assertThat(found(H, template(OLD_EMBEDDER, 2))).isEqualTo("other 100.0");

    UpgradeProgress progress = gallery.upgradeProgress(ACCOUNT, job.id());
    assertThat(progress.percent()).isEqualTo(100);
    assertThat(progress.end()).isEqualTo(GalleryFixture.CLOCK.instant());
    assertThat(progress.job().from()).isEqualTo(ModelVersion.V2_0);
    assertThat(progress.job().to()).isEqualTo(ModelVersion.V3_0);
  }

  @Test
  void an_upgraded_group_is_the_same_after_opening_again() throws GalleryException {
    enrolBoth("p", "g", 1);
    gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0);
    Upgrades.awaitAll(gallery);
    gallery.close();
    gallery = gallery(store);
    assertThat(found(G, template(NEW_EMBEDDER, 1))).isEqualTo("p 100.0");
    assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(1, 1));
  }

  @Test
  void a_job_that_was_cut_off_goes_on_when_the_gallery_opens() throws GalleryException {
    enrolBoth("p", "g", 1);
    gallery.close();
    store.apply(ACCOUNT, List.of(new Change.UpgradeStarted(RUNNING)));
    gallery = gallery(store);
    assertThat(Upgrades.awaitAll(gallery))
        .extracting(UpgradeJob::state)
        .containsExactly(State.DONE);
    assertThat(found(G, template(NEW_EMBEDDER, 1))).isEqualTo("p 100.0");
  }

  @Test
  void a_revert_brings_the_old_version_back_with_what_was_enrolled_since() throws GalleryException {
    enrolBoth("p", "g", 1);
    String job = gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0).id();
    Upgrades.awaitAll(gallery);
    enrolBoth("q", "g", 2);
    gallery.addFaces(ACCOUNT, new PersonId("p"), List.of(bothTemplates(3)), Optional.empty());

    gallery.revertUpgrade(ACCOUNT, job);
    assertThat(Upgrades.awaitAll(gallery))
        .extracting(UpgradeJob::state)
        .containsExactly(State.REVERTED);
    assertThat(gallery.group(ACCOUNT, G).modelVersion()).isEqualTo(ModelVersion.V2_0);
    for (int seed = 1; seed <= 3; seed++) {
      assertThat(found(G, template(OLD_EMBEDDER, seed)))
          .isEqualTo((seed == 2 ? "q" : "p") + " 100.0");
    }
    assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(2, 3));
  }

  @Test
  void a_group_is_reverted_once_but_can_be_upgraded_again() throws GalleryException {
    String first = gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0).id();
    Upgrades.awaitAll(gallery);
    gallery.revertUpgrade(ACCOUNT, first);
    Upgrades.awaitAll(gallery);
    refused(GalleryError.REVERT_ONLY_ONCE, "g", () -> gallery.revertUpgrade(ACCOUNT, first));
    String second = gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0).id();
    assertThat(Upgrades.awaitAll(gallery))
        .extracting(UpgradeJob::state)
        .containsExactly(State.REVERTED, State.DONE);
    refused(GalleryError.REVERT_ONLY_ONCE, "g", () -> gallery.revertUpgrade(ACCOUNT, second));
  }

  @Test
  void a_version_is_never_changed_to_an_older_or_the_same_or_one_without_an_embedder()
      throws GalleryException {
    gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0);
    Upgrades.awaitAll(gallery);
    for (ModelVersion version : ModelVersion.values()) {
      refused(
          GalleryError.UPGRADE_NOT_NEWER,
          version.text(),
          () -> gallery.upgradeGroup(ACCOUNT, G, version));
    }
    gallery.close();
    gallery =
        new Gallery(
            store,
            GalleryLimits.defaults(),
            new ModelVersions(Map.of(ModelVersion.V2_0, OLD_EMBEDDER)),
            GalleryFixture.CALIBRATIONS,
            GalleryFixture.CLOCK,
            GalleryFixture.INDEX_RESOURCES);
    refused(
        GalleryError.MODEL_VERSION_ILLEGAL,
        "3.0",
        () -> gallery.upgradeGroup(ACCOUNT, H, ModelVersion.V3_0));
  }

  @Test
  void persons_in_two_groups_stand_against_an_upgrade() throws GalleryException {
    enrolBoth("p", "g", 1);
    gallery.copyPerson(ACCOUNT, new PersonId("p"), List.of(H));
    refused(
        GalleryError.UPGRADE_SHARED_PERSON,
        "p",
        () -> gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0));
    gallery.deletePersonFromGroup(ACCOUNT, H, new PersonId("p"));
    gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0);
  }

  @Test
  void faces_without_a_template_of_the_other_version_are_named() throws GalleryException {
    FaceId face = enrol(gallery, "p", "g", template(OLD_EMBEDDER, 1));
    enrolBoth("q", "g", 2);
    assertThatThrownBy(() -> gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0))
        .isInstanceOfSatisfying(
            GalleryException.class,
            e -> {
              assertThat(e.error()).isEqualTo(GalleryError.UPGRADE_FACES_LOST);
              assertThat(e.value()).isEqualTo(face.toString());
              assertThat(e.limit()).hasValue(1);
            });
    gallery.deletePerson(ACCOUNT, new PersonId("p"));
    gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0);
  }

  @Test
  void a_job_that_finds_a_face_without_template_fails_and_changes_nothing()
      throws GalleryException {
    enrolBoth("p", "g", 1);
    enrol(gallery, "q", "g", template(OLD_EMBEDDER, 2));
    gallery.close();
    store.apply(ACCOUNT, List.of(new Change.UpgradeStarted(RUNNING)));
    gallery = gallery(store);
    assertThat(Upgrades.awaitAll(gallery))
        .extracting(UpgradeJob::state)
        .containsExactly(State.FAILED);
    assertThat(found(G, template(OLD_EMBEDDER, 1))).isEqualTo("p 100.0");
    refused(GalleryError.REVERT_NOT_DONE, "FAILED", () -> gallery.revertUpgrade(ACCOUNT, "job"));
  }

  @Test
  void a_revert_is_refused_when_a_face_has_no_template_of_the_old_version()
      throws GalleryException {
    String job = gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0).id();
    Upgrades.awaitAll(gallery);
    FaceId face = enrol(gallery, "p", "g", template(1));
    refused(
        GalleryError.REVERT_BLOCKED, face.toString(), () -> gallery.revertUpgrade(ACCOUNT, job));
    gallery.deletePerson(ACCOUNT, new PersonId("p"));
    gallery.revertUpgrade(ACCOUNT, job);
  }

  @Test
  void while_a_group_changes_its_version_it_is_used_but_not_mixed_with_others()
      throws GalleryException {
    enrolBoth("p", "g", 1);
    enrolBoth("q", "h", 2);
    gallery.close();
    StoppedStore stopped = new StoppedStore(store);
    stopped.delegate().apply(ACCOUNT, List.of(new Change.UpgradeStarted(RUNNING)));
    gallery = gallery(stopped.store());
    assertThat(found(G, template(OLD_EMBEDDER, 1))).isEqualTo("p 100.0");
    enrolBoth("r", "g", 3);
    assertThat(found(G, template(OLD_EMBEDDER, 3))).isEqualTo("r 100.0");
    refused(
        GalleryError.CONFLICT,
        "g",
        () -> gallery.copyPerson(ACCOUNT, new PersonId("p"), List.of(H)));
    refused(
        GalleryError.CONFLICT,
        "g",
        () -> gallery.copyPerson(ACCOUNT, new PersonId("q"), List.of(G)));
    refused(
        GalleryError.UPGRADE_UNDER_WAY,
        "job",
        () -> gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0));
    refused(GalleryError.REVERT_NOT_DONE, "RUNNING", () -> gallery.revertUpgrade(ACCOUNT, "job"));
    UpgradeProgress progress = gallery.upgradeProgress(ACCOUNT, "job");
    assertThat(progress.percent()).isZero();
    assertThat(progress.end()).isAfter(GalleryFixture.CLOCK.instant());
  }

  @Test
  void jobs_are_listed_in_parts_and_go_with_their_group() throws GalleryException {
    String first = gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0).id();
    String second = gallery.upgradeGroup(ACCOUNT, H, ModelVersion.V3_0).id();
    Upgrades.awaitAll(gallery);
    assertThat(gallery.upgradeJobs(ACCOUNT, 0, 1000).items())
        .extracting(UpgradeJob::id)
        .containsExactly(first, second);
    assertThat(gallery.upgradeJobs(ACCOUNT, 1, 1).items())
        .extracting(UpgradeJob::id)
        .containsExactly(second);
    refused(GalleryError.PAGE_LIMIT_EXCEEDED, "1001", () -> gallery.upgradeJobs(ACCOUNT, 0, 1001));
    refused(GalleryError.PAGE_OFFSET_EXCEEDED, "3", () -> gallery.upgradeJobs(ACCOUNT, 3, 1));
    gallery.deleteGroup(ACCOUNT, G);
    refused(
        GalleryError.UPGRADE_JOB_NOT_FOUND, first, () -> gallery.upgradeProgress(ACCOUNT, first));
    assertThat(gallery.upgradeJobs(ACCOUNT, 0, 10).total()).isEqualTo(1);
  }
}
