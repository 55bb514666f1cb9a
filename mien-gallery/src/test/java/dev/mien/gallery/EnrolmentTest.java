package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.OTHER_ACCOUNT;
import static dev.mien.gallery.GalleryFixture.bothTemplates;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.faces;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.near;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.oldGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static dev.mien.gallery.GalleryFixture.templates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.store.InMemoryGalleryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups that come into being when they are named, and faces that are taken when they are new. */
class EnrolmentTest {
  private static final PersonId P = new PersonId("p");
  private static final Template FACE = template(1);
  private static final Optional<String> NO_TAG = Optional.empty();

  private final InMemoryGalleryStore store = new InMemoryGalleryStore();
  private Gallery gallery = gallery(store);

  @AfterEach
  void close() {
    gallery.close();
  }

  private static List<GroupId> groups(String... ids) {
    return Stream.of(ids).map(GroupId::new).toList();
  }

  private static Enrolment person(String id, String... groups) {
    return new Enrolment(new PersonId(id), groups(groups), "", "", templates(FACE));
  }

  private List<GroupId> groupsOf(PersonId id) throws GalleryException {
    return gallery.personMemberships(ACCOUNT, id, 0, 100).items().stream()
        .map(Membership::groupId)
        .toList();
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

  private void with(GalleryLimits.Enrolments limits) {
    GalleryLimits all = GalleryLimits.defaults();
    gallery.close();
    gallery =
        gallery(
            store,
            new GalleryLimits(
                all.groupsPerAccount(),
                all.facesPerAccount(),
                all.facesPerGroup(),
                all.fieldsPerGroup(),
                3,
                all.facesPerPerson(),
                all.facesPerUpload(),
                limits,
                all.customs(),
                all.searches(),
                all.pages()));
  }

  @Test
  void groups_that_are_named_come_into_being_beside_those_that_exist() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("known", "field"));
    FaceLook look = new FaceLook(1, 2, 3, 4, 5, 6, 7, Optional.empty());
    FaceTemplates face =
        new FaceTemplates(Map.of(ModelVersion.V3_0, FACE), Quality.of(70), Optional.of(look));
    Person person =
        gallery.enrol(
            ACCOUNT, new Enrolment(P, groups("new", "known", "new"), "Ann", "remark", face));
    assertThat(person).isEqualTo(gallery.person(ACCOUNT, P));
    assertThat(person.name()).isEqualTo("Ann");
    assertThat(person.tag()).isEqualTo("remark");
    assertThat(groupsOf(P)).containsExactlyElementsOf(groups("known", "new"));
    assertThat(gallery.group(ACCOUNT, new GroupId("new")).name()).isEqualTo("new");
    assertThat(gallery.face(ACCOUNT, person.faceIds().getFirst()).look()).contains(look);
    assertThat(gallery.searchFaces(ACCOUNT, groups("new"), FACE, GalleryFixture.best(1)).searched())
        .isEqualTo(1);
    assertThat(gallery.allGroups(ACCOUNT)).containsExactlyElementsOf(groups("known", "new"));
    assertThat(gallery.allPersons(ACCOUNT, new GroupId("new"))).containsExactly(P);
    assertThat(gallery.allGroups(OTHER_ACCOUNT)).isEmpty();
  }

  @Test
  void a_new_group_takes_a_name_that_no_other_has() throws GalleryException {
    String longest = "g".repeat(64);
    gallery.createGroup(
        ACCOUNT, new NewGroup(new GroupId("x"), "g".repeat(60), List.of(), "", ModelVersion.V3_0));
    gallery.enrol(ACCOUNT, person("p", longest, longest.replaceFirst("g$", "h"), "y"));
    assertThat(gallery.groups(ACCOUNT, 0, 10).items())
        .extracting(Group::name)
        .containsExactly("g".repeat(60), "g".repeat(56) + " (2)", "g".repeat(56) + " (3)", "y");
  }

  @Test
  void new_groups_have_the_version_of_the_others() throws GalleryException {
    gallery.createGroup(ACCOUNT, oldGroup("old"));
    gallery.enrol(ACCOUNT, new Enrolment(P, groups("n", "old"), "", "", bothTemplates(1)));
    assertThat(gallery.group(ACCOUNT, new GroupId("n")).modelVersion())
        .isEqualTo(ModelVersion.V2_0);
    gallery.createGroup(ACCOUNT, newGroup("new"));
    refused(
        GalleryError.ACROSS_MODEL_VERSIONS,
        "new",
        () ->
            gallery.enrol(
                ACCOUNT,
                new Enrolment(
                    new PersonId("q"), groups("old", "m", "new"), "", "", bothTemplates(1))));
    refused(
        GalleryError.ACROSS_MODEL_VERSIONS,
        "new",
        () -> gallery.joinGroups(ACCOUNT, P, groups("m", "new")));
    assertThat(gallery.allGroups(ACCOUNT)).doesNotContainAnyElementsOf(groups("m"));
  }

  @Test
  void limits_of_groups_and_persons_leave_everything_as_it_was() throws GalleryException {
    with(new GalleryLimits.Enrolments(2, 1, 5));
    refused(
        GalleryError.GROUPS_TOO_MANY,
        "a",
        () -> gallery.enrol(ACCOUNT, person("p", "a", "b", "c")));
    refused(
        GalleryError.PERSON_GROUPS_TOO_MANY,
        "p",
        () -> gallery.enrol(ACCOUNT, person("p", "a", "b", "c", "d")));
    assertThat(gallery.allGroups(ACCOUNT)).isEmpty();
    gallery.enrol(ACCOUNT, person("p", "a"));
    refused(
        GalleryError.GROUP_PERSONS_TOO_MANY,
        "a",
        () -> gallery.enrol(ACCOUNT, person("q", "b", "a")));
    assertThat(gallery.allGroups(ACCOUNT)).containsExactlyElementsOf(groups("a"));
    refused(GalleryError.PERSON_ID_EXISTS, "p", () -> gallery.enrol(ACCOUNT, person("p", "b")));
    refused(
        GalleryError.PERSON_ID_EXISTS,
        "p",
        () -> gallery.requireNewPerson(ACCOUNT, new PersonId("p")));
    gallery.enrol(ACCOUNT, person("q", "b"));
    refused(
        GalleryError.GROUP_PERSONS_TOO_MANY,
        "b",
        () -> gallery.joinGroups(ACCOUNT, P, groups("b")));
  }

  @Test
  void lists_that_have_grown_too_long_elsewhere_are_refused_not_cut() throws GalleryException {
    with(new GalleryLimits.Enrolments(1, 1, 5));
    gallery.createGroup(ACCOUNT, newGroup("g"));
    enrol(gallery, "p", "g", FACE);
    assertThat(gallery.allPersons(ACCOUNT, new GroupId("g"))).hasSize(1);
    enrol(gallery, "q", "g", FACE);
    refused(GalleryError.LIST_TOO_LONG, "g", () -> gallery.allPersons(ACCOUNT, new GroupId("g")));
    assertThat(gallery.allGroups(ACCOUNT)).hasSize(1);
    gallery.createGroup(ACCOUNT, newGroup("h"));
    refused(GalleryError.LIST_TOO_LONG, "GROUPS", () -> gallery.allGroups(ACCOUNT));
  }

  @Test
  void faces_that_a_person_practically_has_are_not_taken_again() throws GalleryException {
    gallery.enrol(ACCOUNT, person("p", "g"));
    FaceId first = gallery.person(ACCOUNT, P).faceIds().getFirst();
    List<FaceOffer> outcomes =
        gallery.offerFaces(
            ACCOUNT,
            P,
            faces(FACE, near(FACE, 0.9851, 5), near(FACE, 0.9849, 5), template(2), template(2)),
            NO_TAG);
    List<FaceId> ids = gallery.person(ACCOUNT, P).faceIds();
    assertThat(outcomes)
        .containsExactly(
            new FaceOffer.NearlyIdentical(first),
            new FaceOffer.NearlyIdentical(first),
            new FaceOffer.Taken(ids.get(1)),
            new FaceOffer.Taken(ids.get(2)),
            new FaceOffer.NearlyIdentical(ids.get(2)));
    assertThat(ids).hasSize(3);
    gallery.offerFaces(ACCOUNT, P, faces(FACE), Optional.of("remark"));
    assertThat(gallery.person(ACCOUNT, P).tag()).as("the remark comes with faces").isEmpty();
  }

  @Test
  void a_person_takes_20_faces_and_no_more() throws GalleryException {
    gallery.enrol(ACCOUNT, person("p", "g"));
    List<FaceTemplates> many = new ArrayList<>();
    LongStream.rangeClosed(2, 22).forEach(seed -> many.add(templates(template(seed))));
    List<FaceOffer> outcomes = gallery.offerFaces(ACCOUNT, P, many, Optional.of("tag"));
    assertThat(outcomes.subList(0, 19)).hasOnlyElementsOfType(FaceOffer.Taken.class);
    assertThat(outcomes.subList(19, 21)).containsOnly(new FaceOffer.NoRoom(20));
    assertThat(gallery.person(ACCOUNT, P).faceIds()).hasSize(20);
    assertThat(gallery.person(ACCOUNT, P).tag()).isEqualTo("tag");
    refused(
        GalleryError.PERSON_FACES_TOO_MANY,
        "p",
        () -> gallery.addFaces(ACCOUNT, P, faces(template(30)), Optional.empty()));
    assertThat(gallery.verifyFace(ACCOUNT, P, template(20)).value()).isEqualTo(100);
  }

  @Test
  void a_person_joins_groups_it_is_not_in_and_leaves_those_it_is_in() throws GalleryException {
    gallery.enrol(ACCOUNT, person("p", "a"));
    assertThat(gallery.joinGroups(ACCOUNT, P, groups("a", "b", "b")))
        .containsExactlyElementsOf(groups("b"));
    assertThat(gallery.joinGroups(ACCOUNT, P, groups("a"))).isEmpty();
    assertThat(groupsOf(P)).containsExactlyElementsOf(groups("a", "b"));
    assertThat(gallery.leaveGroups(ACCOUNT, P, groups("b", "nowhere")))
        .containsExactlyElementsOf(groups("b"));
    assertThat(gallery.leaveGroups(ACCOUNT, P, groups("b"))).isEmpty();
    assertThat(groupsOf(P)).containsExactlyElementsOf(groups("a"));
    assertThat(gallery.groupSize(ACCOUNT, groups("a", "b"))).isEqualTo(new GroupSize(1, 1));
    refused(
        GalleryError.PERSON_NOT_FOUND,
        "q",
        () -> gallery.joinGroups(ACCOUNT, new PersonId("q"), groups("c")));
    assertThat(gallery.allGroups(ACCOUNT)).containsExactlyElementsOf(groups("a", "b"));
  }

  @Test
  void out_of_the_last_group_a_person_is_removed() throws GalleryException {
    gallery.enrol(ACCOUNT, person("p", "a", "b"));
    assertThat(gallery.leaveGroups(ACCOUNT, P, groups("b", "a"))).hasSize(2);
    refused(GalleryError.PERSON_NOT_FOUND, "p", () -> gallery.person(ACCOUNT, P));
    assertThat(gallery.groupSize(ACCOUNT, groups("a", "b"))).isEqualTo(new GroupSize(0, 0));
  }

  @Test
  void a_person_that_is_in_none_of_the_groups_stays() throws GalleryException {
    gallery.enrol(ACCOUNT, person("p", "a"));
    assertThat(gallery.leaveGroups(ACCOUNT, P, groups("b"))).isEmpty();
    assertThat(gallery.leaveGroups(ACCOUNT, P, List.of())).isEmpty();
    assertThat(groupsOf(P)).containsExactlyElementsOf(groups("a"));
  }

  @Test
  void remarks_are_free_text_of_255_characters() throws GalleryException {
    gallery.enrol(ACCOUNT, person("p", "a"));
    gallery.modifyPerson(
        ACCOUNT,
        new PersonChange(P, Optional.empty(), Optional.empty(), Optional.of("<a&b> \"c\"/😀")));
    assertThat(gallery.person(ACCOUNT, P).tag()).isEqualTo("<a&b> \"c\"/😀");
    refused(
        GalleryError.PERSON_TAG_ILLEGAL,
        "a\tb",
        () ->
            gallery.modifyPerson(
                ACCOUNT,
                new PersonChange(P, Optional.empty(), Optional.empty(), Optional.of("a\tb"))));
    assertThatThrownBy(
            () -> gallery.offerFaces(ACCOUNT, P, faces(template(2)), Optional.of("t".repeat(256))))
        .isInstanceOf(GalleryException.class)
        .hasMessageContaining("PERSON_TAG_TOO_LONG");
    assertThat(gallery.person(ACCOUNT, P).faceIds()).hasSize(1);
  }

  @Test
  void an_unknown_face_is_not_found() {
    FaceId unused = gallery.unusedFaceId();
    refused(GalleryError.FACE_NOT_FOUND, unused.toString(), () -> gallery.face(ACCOUNT, unused));
    assertThat(gallery.unusedFaceId()).isGreaterThan(unused);
  }
}
