package dev.mien.gallery.store;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.OTHER_ACCOUNT;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.Change;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.FaceLook;
import dev.mien.gallery.GalleryStore;
import dev.mien.gallery.Gender;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.KnownFace;
import dev.mien.gallery.Leaver;
import dev.mien.gallery.Member;
import dev.mien.gallery.Membership;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Page;
import dev.mien.gallery.PageRange;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.Profile;
import dev.mien.gallery.Quality;
import dev.mien.gallery.StoreContents;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoredFace;
import dev.mien.gallery.StoredPerson;
import dev.mien.gallery.UpgradeJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every gallery store must do. */
abstract class GalleryStoreContract {
  private static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final PageRange ALL = new PageRange(0, 1000);

  /** An empty store, which the test need not close. */
  abstract GalleryStore store();

  @Test
  void an_empty_store_has_nothing() {
    GalleryStore store = store();
    assertThat(store.accounts()).isEmpty();
    assertThat(store.lastFaceId()).isEmpty();
    assertThat(store.groups(ACCOUNT, ALL)).isEqualTo(new Page<>(List.of(), 0));
    assertThat(store.group(ACCOUNT, new GroupId("g"))).isEmpty();
    assertThat(store.groupNamed(ACCOUNT, "g")).isEmpty();
    assertThat(store.person(ACCOUNT, new PersonId("p"))).isEmpty();
    assertThat(store.profile(ACCOUNT, new PersonId("p"))).isEmpty();
    assertThat(store.faces(ACCOUNT, new PersonId("p"))).isEmpty();
    assertThat(store.membership(ACCOUNT, new GroupId("g"), new PersonId("p"))).isEmpty();
    assertThat(store.memberships(ACCOUNT, new PersonId("p"), ALL).total()).isZero();
    assertThat(store.members(ACCOUNT, new GroupId("g"), ALL).total()).isZero();
    assertThat(store.leavers(ACCOUNT, new GroupId("g"), 9)).isEmpty();
    assertThat(store.upgradeJobs(ACCOUNT, ALL)).isEqualTo(new Page<>(List.of(), 0));
    assertThat(StoreContents.of(store, ACCOUNT)).isEqualTo(StoreContents.NOTHING);
  }

  @Test
  void what_was_added_is_found_as_it_was() {
    GalleryStore store = store();
    Group group = group("g", "first", "second", "third");
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group)));
    store.apply(ACCOUNT, person("p", 1, 2));
    Membership membership = new Membership(group.id(), List.of("", "🙂 'x'; --", ""));
    store.apply(ACCOUNT, List.of(new Change.MembershipAdded(new PersonId("p"), membership)));

    assertThat(store.group(ACCOUNT, group.id())).contains(group);
    assertThat(store.groupNamed(ACCOUNT, group.name())).contains(group.id());
    Person person =
        new Person(
            new PersonId("p"),
            "名字 p",
            Gender.FEMALE,
            ModelVersion.V3_0,
            List.of(faceId(1), faceId(2)),
            THEN,
            "");
    assertThat(store.person(ACCOUNT, person.id())).contains(person);
    assertThat(store.profile(ACCOUNT, person.id()))
        .contains(new Profile(person, List.of(membership)));
    assertThat(store.faces(ACCOUNT, person.id())).containsExactly(face(1), face(2));
    assertThat(store.membership(ACCOUNT, group.id(), person.id())).contains(membership);
    assertThat(store.memberships(ACCOUNT, person.id(), ALL))
        .isEqualTo(new Page<>(List.of(membership), 1));
    assertThat(store.members(ACCOUNT, group.id(), ALL))
        .isEqualTo(new Page<>(List.of(new Member(person, membership.values())), 1));
    assertThat(store.lastFaceId()).contains(faceId(2));
  }

  @Test
  void accounts_do_not_see_each_other() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(OTHER_ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(ACCOUNT, member("p", "g", 1));
    assertThat(store.accounts()).containsExactly(ACCOUNT, OTHER_ACCOUNT);
    assertThat(store.person(OTHER_ACCOUNT, new PersonId("p"))).isEmpty();
    assertThat(store.faces(OTHER_ACCOUNT, new PersonId("p"))).isEmpty();
    assertThat(store.members(OTHER_ACCOUNT, new GroupId("g"), ALL).total()).isZero();
    store.apply(OTHER_ACCOUNT, List.of(new Change.GroupRemoved(new GroupId("g"))));
    assertThat(store.group(ACCOUNT, new GroupId("g"))).isPresent();
    assertThat(store.accounts()).containsExactly(ACCOUNT);
  }

  @Test
  void lists_are_by_age_and_in_parts() {
    GalleryStore store = store();
    for (String id : List.of("z", "a", "m")) {
      store.apply(ACCOUNT, List.of(new Change.GroupAdded(group(id))));
    }
    store.apply(ACCOUNT, member("q", "m", 10));
    store.apply(ACCOUNT, member("b", "m", 11));
    store.apply(ACCOUNT, member("x", "m", 12));
    store.apply(ACCOUNT, List.of(joining("q", "a"), joining("q", "z")));

    assertThat(store.groups(ACCOUNT, ALL).items())
        .extracting(group -> group.id().value())
        .containsExactly("z", "a", "m");
    assertThat(store.groups(ACCOUNT, new PageRange(1, 1)))
        .isEqualTo(new Page<>(List.of(group("a")), 3));
    assertThat(store.groups(ACCOUNT, new PageRange(3, 5))).isEqualTo(new Page<>(List.of(), 3));
    assertThat(store.members(ACCOUNT, new GroupId("m"), ALL).items())
        .extracting(member -> member.person().id().value())
        .containsExactly("q", "b", "x");
    assertThat(store.members(ACCOUNT, new GroupId("m"), new PageRange(1, 1)).items())
        .extracting(member -> member.person().id().value())
        .containsExactly("b");
    assertThat(store.memberships(ACCOUNT, new PersonId("q"), ALL).items())
        .extracting(membership -> membership.groupId().value())
        .containsExactly("z", "a", "m");
    assertThat(store.memberships(ACCOUNT, new PersonId("q"), new PageRange(2, 9)).items())
        .extracting(membership -> membership.groupId().value())
        .containsExactly("m");
  }

  @Test
  void texts_change() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g", "one", "two"))));
    store.apply(ACCOUNT, member("p", "g", 1));
    Group changed =
        new Group(
            new GroupId("g"),
            "Other",
            List.of("two", "one"),
            "tag",
            ModelVersion.V3_0,
            THEN,
            THEN.plusMillis(1));
    Membership membership = new Membership(new GroupId("g"), List.of("1", "2"));
    store.apply(
        ACCOUNT,
        List.of(
            new Change.GroupChanged(changed),
            new Change.MembershipChanged(new PersonId("p"), membership),
            new Change.PersonChanged(new PersonId("p"), "New", Gender.MALE)));
    assertThat(store.group(ACCOUNT, changed.id())).contains(changed);
    assertThat(store.groupNamed(ACCOUNT, group("g").name())).isEmpty();
    assertThat(store.membership(ACCOUNT, changed.id(), new PersonId("p"))).contains(membership);
    Person person = store.person(ACCOUNT, new PersonId("p")).orElseThrow();
    assertThat(person.name()).isEqualTo("New");
    assertThat(person.gender()).isEqualTo(Gender.MALE);
    Membership emptied = new Membership(new GroupId("g"), List.of("", "2"));
    store.apply(ACCOUNT, List.of(new Change.MembershipChanged(new PersonId("p"), emptied)));
    assertThat(store.membership(ACCOUNT, changed.id(), new PersonId("p"))).contains(emptied);
  }

  @Test
  void a_removed_person_leaves_nothing_behind() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g", "field"))));
    store.apply(ACCOUNT, member("p", "g", 1, 2));
    store.apply(ACCOUNT, List.of(new Change.PersonRemoved(new PersonId("p"))));
    assertThat(store.person(ACCOUNT, new PersonId("p"))).isEmpty();
    assertThat(store.faces(ACCOUNT, new PersonId("p"))).isEmpty();
    assertThat(store.members(ACCOUNT, new GroupId("g"), ALL).total()).isZero();
    assertThat(StoreContents.indexed(store, ACCOUNT)).isEmpty();
    store.apply(ACCOUNT, member("p", "g", 1, 2)); // nothing is in the way
  }

  @Test
  void a_removed_group_ends_memberships_but_not_persons() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g", "field"))));
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("h", "field"))));
    store.apply(ACCOUNT, member("both", "g", 1));
    store.apply(ACCOUNT, List.of(joining("both", "h")));
    store.apply(ACCOUNT, member("only", "g", 2));
    assertThat(store.leavers(ACCOUNT, new GroupId("g"), 9))
        .containsExactly(
            new Leaver(new PersonId("both"), true), new Leaver(new PersonId("only"), false));
    assertThat(store.leavers(ACCOUNT, new GroupId("g"), 1)).hasSize(1);
    store.apply(
        ACCOUNT,
        List.of(
            new Change.PersonRemoved(new PersonId("only")),
            new Change.GroupRemoved(new GroupId("g"))));
    assertThat(store.group(ACCOUNT, new GroupId("g"))).isEmpty();
    assertThat(store.memberships(ACCOUNT, new PersonId("both"), ALL).items())
        .extracting(Membership::groupId)
        .containsExactly(new GroupId("h"));
    store.apply(
        ACCOUNT, List.of(new Change.GroupAdded(group("g", "field")))); // id and name are free
  }

  @Test
  void memberships_and_faces_go_one_by_one() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("h"))));
    store.apply(ACCOUNT, member("p", "g", 1, 2));
    store.apply(ACCOUNT, List.of(joining("p", "h")));
    store.apply(
        ACCOUNT,
        List.of(
            new Change.MembershipRemoved(new PersonId("p"), new GroupId("g")),
            new Change.FaceRemoved(new PersonId("p"), faceId(2))));
    assertThat(store.memberships(ACCOUNT, new PersonId("p"), ALL).total()).isEqualTo(1);
    assertThat(store.faces(ACCOUNT, new PersonId("p"))).containsExactly(face(1));
    assertThat(store.lastFaceId()).as("removed faces are remembered").contains(faceId(2));
  }

  /** A face that was added with one version's template, and the one kept for the other version. */
  private static List<Change> seenByBoth(String id, String group, long face) {
    List<Change> changes = new ArrayList<>(member(id, group, face));
    changes.add(kept(id, face));
    return changes;
  }

  private static Change.TemplateKept kept(String id, long face) {
    return new Change.TemplateKept(
        new PersonId(id), faceId(face), ModelVersion.V2_0, template("other", face));
  }

  private static Face keptFace(long number) {
    return face(number).seenAs(template("other", number));
  }

  @Test
  void a_group_that_changes_its_version_shows_the_kept_templates() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("h"))));
    store.apply(ACCOUNT, seenByBoth("p", "g", 1));
    store.apply(ACCOUNT, seenByBoth("elsewhere", "h", 2));
    PersonId p = new PersonId("p");
    assertThat(store.faces(ACCOUNT, p)).containsExactly(face(1));
    assertThat(store.faces(ACCOUNT, p, ModelVersion.V2_0)).containsExactly(keptFace(1));
    assertThat(store.faces(ACCOUNT, p, ModelVersion.V3_0)).containsExactly(face(1));

    store.apply(
        ACCOUNT, List.of(new Change.GroupVersionChanged(new GroupId("g"), ModelVersion.V2_0)));
    assertThat(store.group(ACCOUNT, new GroupId("g")).orElseThrow().modelVersion())
        .isEqualTo(ModelVersion.V2_0);
    assertThat(store.person(ACCOUNT, p).orElseThrow().modelVersion()).isEqualTo(ModelVersion.V2_0);
    assertThat(store.faces(ACCOUNT, p)).containsExactly(keptFace(1));
    assertThat(StoreContents.indexed(store, ACCOUNT))
        .containsExactly(
            stored("p", List.of("g"), keptFace(1)), stored("elsewhere", List.of("h"), face(2)));
    assertThat(store.faces(ACCOUNT, new PersonId("elsewhere"))).containsExactly(face(2));

    store.apply(
        ACCOUNT, List.of(new Change.GroupVersionChanged(new GroupId("g"), ModelVersion.V3_0)));
    assertThat(store.faces(ACCOUNT, p)).containsExactly(face(1));
    store.apply(ACCOUNT, List.of(new Change.PersonRemoved(p)));
    store.apply(ACCOUNT, seenByBoth("p", "g", 1)); // nothing is in the way
  }

  @Test
  void faces_without_a_template_of_a_version_are_counted_and_named() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(ACCOUNT, seenByBoth("p", "g", 1));
    store.apply(ACCOUNT, member("q", "g", 2, 3));
    GroupId g = new GroupId("g");
    assertThat(store.facesWithout(ACCOUNT, g, ModelVersion.V2_0, "other", 1))
        .isEqualTo(new Page<>(List.of(faceId(2)), 2));
    assertThat(store.facesWithout(ACCOUNT, g, ModelVersion.V2_0, "another", 9).items())
        .containsExactly(faceId(1), faceId(2), faceId(3));
    assertThat(store.facesWithout(ACCOUNT, g, ModelVersion.V3_0, template(1).embedderId(), 9))
        .isEqualTo(new Page<>(List.of(), 0));
  }

  private static UpgradeJob job(String id, String group, UpgradeJob.State state) {
    return new UpgradeJob(
        id,
        new GroupId(group),
        ModelVersion.V2_0,
        ModelVersion.V3_0,
        state,
        THEN,
        state.isUnfinished() ? Optional.empty() : Optional.of(THEN.plusMillis(5)));
  }

  @Test
  void upgrade_jobs_are_kept_as_they_are_until_their_group_is_removed() {
    GalleryStore store = store();
    UpgradeJob first = job("z", "g", UpgradeJob.State.RUNNING);
    UpgradeJob second = job("a", "h", UpgradeJob.State.RUNNING);
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("h"))));
    store.apply(
        ACCOUNT, List.of(new Change.UpgradeStarted(first), new Change.UpgradeStarted(second)));
    assertThat(store.unfinishedUpgradeJobs(ACCOUNT)).containsExactly(first, second);
    UpgradeJob done = job("z", "g", UpgradeJob.State.DONE);
    store.apply(ACCOUNT, List.of(new Change.UpgradeChanged(done)));
    assertThat(store.upgradeJob(ACCOUNT, "z")).contains(done);
    assertThat(store.upgradeJob(OTHER_ACCOUNT, "z")).isEmpty();
    assertThat(store.upgradeJobs(ACCOUNT, new PageRange(0, 1)))
        .isEqualTo(new Page<>(List.of(done), 2));
    assertThat(store.upgradeJobsOf(ACCOUNT, new GroupId("h"))).containsExactly(second);
    assertThat(store.unfinishedUpgradeJobs(ACCOUNT)).containsExactly(second);
    store.apply(ACCOUNT, List.of(new Change.GroupRemoved(new GroupId("h"))));
    assertThat(store.upgradeJobs(ACCOUNT, ALL).items()).containsExactly(done);
  }

  @Test
  void a_begun_deletion_is_told_until_the_group_is_removed() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("h"))));
    assertThat(store.groupsBeingDeleted(ACCOUNT)).isEmpty();
    store.apply(ACCOUNT, List.of(new Change.GroupDeletionBegun(new GroupId("h"))));
    assertThat(store.groupsBeingDeleted(ACCOUNT)).containsExactly(new GroupId("h"));
    assertThat(store.groupsBeingDeleted(OTHER_ACCOUNT)).isEmpty();
    store.apply(ACCOUNT, List.of(new Change.GroupRemoved(new GroupId("h"))));
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("h"))));
    assertThat(store.groupsBeingDeleted(ACCOUNT)).isEmpty();
  }

  @Test
  void a_person_has_the_last_remark_and_others_have_none() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(ACCOUNT, member("p", "g", 1));
    store.apply(ACCOUNT, member("q", "g", 2));
    PersonId p = new PersonId("p");
    store.apply(ACCOUNT, List.of(new Change.PersonTagged(p, "one")));
    store.apply(
        ACCOUNT,
        List.of(new Change.PersonTagged(p, "two"), new Change.PersonChanged(p, "N", Gender.MALE)));
    assertThat(store.members(ACCOUNT, new GroupId("g"), ALL).items())
        .extracting(member -> member.person().tag())
        .containsExactly("two", "");
    assertThat(store.person(ACCOUNT, p).orElseThrow().tag()).isEqualTo("two");
  }

  @Test
  void a_face_is_found_with_its_look_as_long_as_it_is_there() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(ACCOUNT, member("p", "g", 1, 2, 3));
    PersonId p = new PersonId("p");
    FaceLook seen =
        new FaceLook(-1, 2, 3, 4, 5, -6, 7, Optional.of(new FaceLook.Traits(8, 9, 10, true)));
    FaceLook dimly = new FaceLook(0, 0, 30, 40, 0, 0, 0, Optional.empty());
    store.apply(
        ACCOUNT,
        List.of(new Change.LookKept(p, faceId(1), seen), new Change.LookKept(p, faceId(2), dimly)));
    assertThat(store.face(ACCOUNT, faceId(1)))
        .contains(new KnownFace(faceId(1), p, Optional.of(seen)));
    assertThat(store.face(ACCOUNT, faceId(2)))
        .contains(new KnownFace(faceId(2), p, Optional.of(dimly)));
    assertThat(store.face(ACCOUNT, faceId(3)))
        .contains(new KnownFace(faceId(3), p, Optional.empty()));
    assertThat(store.face(OTHER_ACCOUNT, faceId(1))).isEmpty();
    assertThatThrownBy(
            () -> store.apply(ACCOUNT, List.of(new Change.LookKept(p, faceId(1), dimly))))
        .isInstanceOf(StoreException.class);
    store.apply(ACCOUNT, List.of(new Change.FaceRemoved(p, faceId(1))));
    assertThat(store.face(ACCOUNT, faceId(1))).isEmpty();
    store.apply(ACCOUNT, List.of(new Change.PersonRemoved(p)));
    assertThat(store.face(ACCOUNT, faceId(2))).isEmpty();
  }

  @Test
  void a_replay_tells_each_person_of_the_account_with_its_groups_and_faces() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g", "field"))));
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("h"))));
    store.apply(OTHER_ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    store.apply(ACCOUNT, member("p", "g", 1, 4));
    store.apply(OTHER_ACCOUNT, member("p", "g", 3)); // between the others in every table
    store.apply(ACCOUNT, member("without-faces", "h"));
    store.apply(ACCOUNT, person("in-no-group", 5));
    store.apply(ACCOUNT, member("q", "h", 2));
    store.apply(ACCOUNT, List.of(joining("p", "h")));

    assertThat(StoreContents.indexed(store, ACCOUNT))
        .containsExactly(
            stored("p", List.of("g", "h"), face(1), face(4)),
            stored("without-faces", List.of("h")),
            stored("in-no-group", List.of(), face(5)),
            stored("q", List.of("h"), face(2)));
    assertThat(StoreContents.indexed(store, OTHER_ACCOUNT))
        .containsExactly(stored("p", List.of("g"), face(3)));
  }

  @Test
  void a_replay_tells_faces_as_the_version_of_their_person_sees_them() {
    GalleryStore store = store();
    List<GroupId> groups = List.of(new GroupId("g"), new GroupId("h"));
    groups.forEach(
        group -> store.apply(ACCOUNT, List.of(new Change.GroupAdded(group(group.value())))));
    store.apply(ACCOUNT, seenByBoth("p", "g", 1));
    store.apply(ACCOUNT, seenByBoth("q", "h", 2));
    StoredPerson p = stored("p", List.of("g"), face(1));
    StoredPerson q = stored("q", List.of("h"), face(2));
    StoredPerson changedP = stored("p", List.of("g"), keptFace(1));
    StoredPerson changedQ = stored("q", List.of("h"), keptFace(2));

    assertThat(StoreContents.indexed(store, ACCOUNT)).containsExactly(p, q);
    store.apply(ACCOUNT, List.of(new Change.GroupVersionChanged(groups.get(0), ModelVersion.V2_0)));
    assertThat(StoreContents.indexed(store, ACCOUNT)).containsExactly(changedP, q);
    store.apply(ACCOUNT, List.of(new Change.GroupVersionChanged(groups.get(1), ModelVersion.V2_0)));
    assertThat(StoreContents.indexed(store, ACCOUNT)).containsExactly(changedP, changedQ);
    store.apply(ACCOUNT, List.of(new Change.GroupVersionChanged(groups.get(0), ModelVersion.V3_0)));
    store.apply(ACCOUNT, List.of(new Change.GroupVersionChanged(groups.get(1), ModelVersion.V3_0)));
    assertThat(StoreContents.indexed(store, ACCOUNT)).containsExactly(p, q);
  }

  private static StoredPerson stored(String id, List<String> groups, Face... faces) {
    return new StoredPerson(
        new PersonId(id),
        groups.stream().map(GroupId::new).toList(),
        Stream.of(faces)
            .map(face -> new StoredFace(face.id(), face.template(), face.quality()))
            .toList());
  }

  @Test
  void changes_that_do_not_fit_are_refused_with_all_beside_them() {
    GalleryStore store = store();
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("g", "field"))));
    store.apply(ACCOUNT, List.of(new Change.GroupAdded(group("empty"))));
    store.apply(ACCOUNT, member("p", "g", 1));
    store.apply(
        ACCOUNT,
        List.of(
            kept("p", 1),
            new Change.UpgradeStarted(job("job", "g", UpgradeJob.State.RUNNING)),
            new Change.GroupDeletionBegun(new GroupId("empty"))));
    StoreContents before = StoreContents.of(store, ACCOUNT);
    for (Change unfitting : unfittingChanges()) {
      List<Change> changes = new ArrayList<>(member("fitting", "g", 50));
      changes.add(unfitting);
      assertThatThrownBy(() -> store.apply(ACCOUNT, changes))
          .as("%s", unfitting)
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.isOutcomeUnknown()).isFalse());
      assertThat(StoreContents.of(store, ACCOUNT)).as("%s", unfitting).isEqualTo(before);
      assertThat(store.lastFaceId()).contains(faceId(1));
    }
  }

  private static List<Change> unfittingChanges() {
    PersonId nobody = new PersonId("nobody");
    PersonId somebody = new PersonId("p");
    GroupId nowhere = new GroupId("nowhere");
    Group sameName =
        new Group(new GroupId("x"), "Name of g", List.of(), "", ModelVersion.V3_0, THEN, THEN);
    return List.of(
        new Change.GroupAdded(group("g")),
        new Change.GroupAdded(sameName),
        new Change.GroupAdded(group("x", "twice", "twice")),
        new Change.GroupChanged(group("nowhere")),
        new Change.GroupChanged(
            new Group(
                new GroupId("empty"), "Name of g", List.of(), "", ModelVersion.V3_0, THEN, THEN)),
        new Change.GroupRemoved(nowhere),
        new Change.PersonAdded(somebody, "n", Gender.MALE, ModelVersion.V3_0, THEN),
        new Change.PersonChanged(nobody, "n", Gender.MALE),
        new Change.PersonTagged(nobody, "t"),
        new Change.PersonRemoved(nobody),
        new Change.LookKept(
            somebody, faceId(99), new FaceLook(0, 0, 1, 1, 0, 0, 0, Optional.empty())),
        new Change.LookKept(nobody, faceId(1), new FaceLook(0, 0, 1, 1, 0, 0, 0, Optional.empty())),
        joining("nobody", "g"),
        joining("p", "nowhere"),
        joining("p", "g"),
        new Change.MembershipChanged(somebody, new Membership(nowhere, List.of())),
        new Change.MembershipChanged(somebody, new Membership(new GroupId("empty"), List.of())),
        new Change.MembershipRemoved(somebody, nowhere),
        new Change.MembershipRemoved(somebody, new GroupId("empty")),
        new Change.MembershipRemoved(nobody, new GroupId("g")),
        new Change.GroupDeletionBegun(nowhere),
        new Change.GroupDeletionBegun(new GroupId("empty")),
        new Change.GroupVersionChanged(nowhere, ModelVersion.V2_0),
        new Change.UpgradeStarted(job("job", "g", UpgradeJob.State.RUNNING)),
        new Change.UpgradeStarted(job("new", "nowhere", UpgradeJob.State.RUNNING)),
        new Change.UpgradeChanged(job("new", "g", UpgradeJob.State.DONE)),
        new Change.UpgradeChanged(job("job", "empty", UpgradeJob.State.DONE)),
        kept("p", 1),
        kept("p", 99),
        kept("nobody", 1),
        new Change.FaceAdded(nobody, face(51)),
        new Change.FaceAdded(somebody, face(1)),
        new Change.FaceAdded(new PersonId("fitting"), face(1)),
        new Change.FaceRemoved(somebody, faceId(99)),
        new Change.FaceRemoved(nobody, faceId(1)));
  }

  static Group group(String id, String... fields) {
    return new Group(
        new GroupId(id),
        "Name of " + id,
        List.of(fields),
        "tag of " + id,
        ModelVersion.V3_0,
        THEN,
        THEN);
  }

  /** A person with faces, in no group. */
  private static List<Change> person(String id, long... faces) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.PersonAdded(
            new PersonId(id), "名字 " + id, Gender.FEMALE, ModelVersion.V3_0, THEN));
    for (long face : faces) {
      changes.add(new Change.FaceAdded(new PersonId(id), face(face)));
    }
    return changes;
  }

  /** A person with faces, in a group. */
  static List<Change> member(String id, String group, long... faces) {
    List<Change> changes = new ArrayList<>(person(id, faces));
    changes.add(joining(id, group));
    return changes;
  }

  private static Change joining(String person, String group) {
    return new Change.MembershipAdded(
        new PersonId(person), new Membership(new GroupId(group), List.of()));
  }

  private static FaceId faceId(long number) {
    return new FaceId(FaceId.MIN + number);
  }

  private static Face face(long number) {
    return new Face(faceId(number), template(number), quality(number), THEN);
  }

  /** Unknown, worst, best or in between. */
  private static Quality quality(long number) {
    return switch ((int) (number % 4)) {
      case 0 -> Quality.UNKNOWN;
      case 1 -> Quality.of(0);
      case 2 -> Quality.of(Quality.SCORE_MAX);
      default -> Quality.of(51);
    };
  }
}
