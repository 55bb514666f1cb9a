package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.OTHER_ACCOUNT;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.faces;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.near;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.newPerson;
import static dev.mien.gallery.GalleryFixture.oldGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static dev.mien.gallery.GalleryFixture.templates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.score.Score;
import dev.mien.gallery.store.InMemoryGalleryStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each rule about groups, persons and faces, broken once. */
class GalleryRulesTest {
  private static final GroupId G = new GroupId("g");
  private static final GroupId H = new GroupId("h");
  private static final PersonId P = new PersonId("p");
  private static final Template FACE = template(1);

  private final GalleryStore store = new InMemoryGalleryStore();
  private Gallery gallery = gallery(store);

  @AfterEach
  void close() {
    gallery.close();
  }

  /** Expects an error, and that nothing in the store changed. */
  private void refused(GalleryError error, String value, Refusable call) {
    StoreContents before = StoreContents.of(store, ACCOUNT);
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            GalleryException.class,
            e -> {
              assertThat(e.error()).isEqualTo(error);
              assertThat(e.value()).isEqualTo(value);
            });
    assertThat(StoreContents.of(store, ACCOUNT)).isEqualTo(before);
  }

  private interface Refusable {
    void run() throws GalleryException;
  }

  private void limits(GalleryLimits limits) {
    gallery.close();
    gallery = gallery(store, limits);
  }

  // Groups

  @Test
  void a_group_is_as_it_was_wanted() throws GalleryException {
    Group group =
        gallery.createGroup(
            ACCOUNT, new NewGroup(G, "Name", List.of("b", "a"), "remark", ModelVersion.V3_0));
    assertThat(group.createdAt()).isEqualTo(GalleryFixture.CLOCK.instant());
    assertThat(gallery.group(ACCOUNT, G)).isEqualTo(group);
    assertThat(group.fieldNames()).containsExactly("b", "a");
  }

  @Test
  void ids_and_names_of_groups_are_unique_in_an_account() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    refused(GalleryError.GROUP_ID_EXISTS, "g", () -> gallery.createGroup(ACCOUNT, newGroup("g")));
    NewGroup sameName = new NewGroup(H, "Group g", List.of(), "", ModelVersion.V3_0);
    refused(
        GalleryError.GROUP_NAME_EXISTS, "Group g", () -> gallery.createGroup(ACCOUNT, sameName));
    gallery.createGroup(OTHER_ACCOUNT, newGroup("g"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
    refused(
        GalleryError.GROUP_NAME_EXISTS,
        "Group g",
        () -> gallery.modifyGroup(ACCOUNT, named("Group g")));
    gallery.modifyGroup(ACCOUNT, named("Group h"));
  }

  private static GroupChange named(String name) {
    return new GroupChange(H, Optional.of(name), Optional.empty(), List.of());
  }

  @Test
  void texts_of_groups_are_checked() {
    NewGroup longTag = new NewGroup(G, "n", List.of(), "x".repeat(41), ModelVersion.V3_0);
    refused(
        GalleryError.GROUP_TAG_TOO_LONG,
        "x".repeat(41),
        () -> gallery.createGroup(ACCOUNT, longTag));
    NewGroup longName = new NewGroup(G, "x".repeat(61), List.of(), "", ModelVersion.V3_0);
    refused(
        GalleryError.GROUP_NAME_TOO_LONG,
        "x".repeat(61),
        () -> gallery.createGroup(ACCOUNT, longName));
    NewGroup illegalTag = new NewGroup(G, "n", List.of(), "a\nb", ModelVersion.V3_0);
    refused(GalleryError.GROUP_TAG_ILLEGAL, "a\nb", () -> gallery.createGroup(ACCOUNT, illegalTag));
    NewGroup illegalName = new NewGroup(G, "a;b", List.of(), "", ModelVersion.V3_0);
    refused(
        GalleryError.GROUP_NAME_ILLEGAL, "a;b", () -> gallery.createGroup(ACCOUNT, illegalName));
    NewGroup noName = new NewGroup(G, "", List.of(), "", ModelVersion.V3_0);
    refused(GalleryError.VALUE_EMPTY, "GROUP_NAME", () -> gallery.createGroup(ACCOUNT, noName));
    refused(
        GalleryError.GROUP_FIELD_NAME_TOO_LONG,
        "x".repeat(31),
        () -> gallery.createGroup(ACCOUNT, newGroup("g", "x".repeat(31))));
    refused(
        GalleryError.GROUP_FIELD_NAME_ILLEGAL,
        "<>",
        () -> gallery.createGroup(ACCOUNT, newGroup("g", "<>")));
    refused(
        GalleryError.GROUP_FIELD_REPEATED,
        "a",
        () -> gallery.createGroup(ACCOUNT, newGroup("g", "a", "a")));
    refused(
        GalleryError.GROUP_FIELDS_TOO_MANY,
        "6",
        () -> gallery.createGroup(ACCOUNT, newGroup("g", "1", "2", "3", "4", "5", "6")));
  }

  @Test
  void a_version_without_an_embedder_cannot_be_used() throws GalleryException {
    gallery.close();
    gallery =
        new Gallery(
            store,
            GalleryLimits.defaults(),
            new ModelVersions(Map.of(ModelVersion.V3_0, GalleryFixture.NEW_EMBEDDER)),
            GalleryFixture.CALIBRATIONS,
            GalleryFixture.CLOCK,
            GalleryFixture.INDEX_RESOURCES);
    refused(
        GalleryError.MODEL_VERSION_ILLEGAL,
        "2.0",
        () -> gallery.createGroup(ACCOUNT, oldGroup("g")));
    assertThat(gallery.embedderId(ModelVersion.V3_0)).isEqualTo(GalleryFixture.NEW_EMBEDDER);
  }

  @Test
  void an_embedder_without_calibration_is_refused_at_once() {
    ModelVersions unknown = new ModelVersions(Map.of(ModelVersion.V3_0, "unknown"));
    assertThatThrownBy(
            () ->
                new Gallery(
                    store,
                    GalleryLimits.defaults(),
                    unknown,
                    GalleryFixture.CALIBRATIONS,
                    GalleryFixture.CLOCK,
                    GalleryFixture.INDEX_RESOURCES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown");
  }

  @Test
  void fields_of_a_group_are_renamed_by_position() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g", "a", "b"));
    refused(GalleryError.GROUP_FIELD_NAME_EXISTS, "b", () -> rename(new IndexedText(0, "b")));
    refused(GalleryError.GROUP_FIELD_UNKNOWN, "2", () -> rename(new IndexedText(2, "c")));
    refused(GalleryError.GROUP_FIELD_UNKNOWN, "-1", () -> rename(new IndexedText(-1, "c")));
    refused(
        GalleryError.GROUP_FIELD_REPEATED,
        "0",
        () -> rename(new IndexedText(0, "c"), new IndexedText(0, "d")));
    rename(new IndexedText(0, "b"), new IndexedText(1, "a"));
    assertThat(gallery.group(ACCOUNT, G).fieldNames()).containsExactly("b", "a");
  }

  private void rename(IndexedText... names) throws GalleryException {
    gallery.modifyGroup(
        ACCOUNT, new GroupChange(G, Optional.empty(), Optional.empty(), List.of(names)));
  }

  @Test
  void what_a_change_does_not_mention_stays() throws GalleryException {
    gallery.createGroup(ACCOUNT, new NewGroup(G, "Name", List.of("a"), "tag", ModelVersion.V3_0));
    gallery.modifyGroup(
        ACCOUNT, new GroupChange(G, Optional.of("New"), Optional.empty(), List.of()));
    Group group =
        gallery.modifyGroup(
            ACCOUNT, new GroupChange(G, Optional.empty(), Optional.of(""), List.of()));
    assertThat(group.name()).isEqualTo("New");
    assertThat(group.tag()).isEmpty();
    assertThat(group.fieldNames()).containsExactly("a");
  }

  @Test
  void unknown_groups_are_told() {
    refused(GalleryError.GROUP_NOT_FOUND, "g", () -> gallery.group(ACCOUNT, G));
    refused(GalleryError.GROUP_NOT_FOUND, "g", () -> gallery.deleteGroup(ACCOUNT, G));
    refused(GalleryError.GROUP_NOT_FOUND, "g", () -> gallery.groupSize(ACCOUNT, G));
    refused(GalleryError.GROUP_NOT_FOUND, "g", () -> gallery.persons(ACCOUNT, G, 0, 1));
    refused(GalleryError.GROUP_NOT_FOUND, "h", () -> gallery.modifyGroup(ACCOUNT, named("n")));
    refused(GalleryError.GROUP_NOT_FOUND, "g", () -> enrol(gallery, "p", "g", FACE));
    refused(GalleryError.GROUP_NOT_FOUND, "g", () -> gallery.deletePersonFromGroup(ACCOUNT, G, P));
    refused(
        GalleryError.GROUP_NOT_FOUND,
        "g",
        () -> gallery.modifyMembership(ACCOUNT, G, P, List.of()));
  }

  @Test
  void a_deleted_group_takes_along_who_is_nowhere_else() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g", "field"));
    gallery.createGroup(ACCOUNT, newGroup("h", "field"));
    enrol(gallery, "only", "g", template(2));
    enrol(gallery, "p", "g", FACE);
    gallery.copyPerson(ACCOUNT, P, List.of(H));
    gallery.deleteGroup(ACCOUNT, G);
    refused(
        GalleryError.PERSON_NOT_FOUND, "only", () -> gallery.person(ACCOUNT, new PersonId("only")));
    assertThat(gallery.personMemberships(ACCOUNT, P, 0, 10).items())
        .containsExactly(new Membership(H, List.of("")));
    assertThat(gallery.groupSize(ACCOUNT, H)).isEqualTo(new GroupSize(1, 1));
  }

  // Persons

  @Test
  void a_person_is_as_it_was_wanted() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g", "a", "b", "c"));
    NewPerson wanted =
        new NewPerson(
            P,
            G,
            "韦小宝",
            Gender.MALE,
            List.of(new IndexedText(2, "third"), new IndexedText(0, "1st: ok?")),
            templates(FACE));
    PersonCreation.Created created =
        (PersonCreation.Created) gallery.createPerson(ACCOUNT, wanted, Optional.empty());
    assertThat(gallery.person(ACCOUNT, P)).isEqualTo(created.person());
    assertThat(created.person().faceIds()).containsExactly(created.faceId());
    assertThat(created.person().modelVersion()).isEqualTo(ModelVersion.V3_0);
    assertThat(gallery.persons(ACCOUNT, G, 0, 10))
        .isEqualTo(
            new Page<>(List.of(new Member(created.person(), List.of("1st: ok?", "", "third"))), 1));
  }

  @Test
  void person_ids_are_unique_in_an_account_over_all_groups() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
    gallery.createGroup(OTHER_ACCOUNT, newGroup("g"));
    enrol(gallery, "p", "g", FACE);
    refused(GalleryError.PERSON_ID_EXISTS, "p", () -> enrol(gallery, "p", "h", template(2)));
    gallery.createPerson(OTHER_ACCOUNT, newPerson("p", "g", FACE), Optional.empty());
  }

  @Test
  void values_of_a_new_person_must_fit_to_the_fields() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g", "a"));
    refused(GalleryError.PERSON_VALUE_UNKNOWN_FIELD, "1", () -> create(new IndexedText(1, "x")));
    refused(
        GalleryError.PERSON_VALUE_REPEATED,
        "0",
        () -> create(new IndexedText(0, "x"), new IndexedText(0, "y")));
    refused(
        GalleryError.PERSON_VALUE_TOO_LONG,
        "x".repeat(61),
        () -> create(new IndexedText(0, "x".repeat(61))));
    refused(
        GalleryError.PERSON_VALUE_ILLEGAL, "\u0007", () -> create(new IndexedText(0, "\u0007")));
    refused(
        GalleryError.PERSON_VALUES_TOO_MANY,
        "6",
        () -> create(Collections.nCopies(6, new IndexedText(0, "x")).toArray(IndexedText[]::new)));
  }

  private void create(IndexedText... values) throws GalleryException {
    gallery.createPerson(
        ACCOUNT,
        new NewPerson(P, G, "n", Gender.UNSPECIFIED, List.of(values), templates(FACE)),
        Optional.empty());
  }

  @Test
  void a_template_of_the_wrong_embedder_is_the_callers_mistake() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    Template old = template(GalleryFixture.OLD_EMBEDDER, 1);
    assertThatThrownBy(() -> enrol(gallery, "p", "g", old))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                gallery.createPerson(
                    ACCOUNT,
                    new NewPerson(
                        P,
                        G,
                        "n",
                        Gender.MALE,
                        List.of(),
                        new FaceTemplates(
                            Map.of(ModelVersion.V3_0, FACE, ModelVersion.V2_0, FACE))),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> gallery.compare(ModelVersion.V3_0, FACE, old))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void somebody_who_looks_the_same_prevents_a_new_person_only_where_asked()
      throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
    enrol(gallery, "p", "g", FACE);
    Template similar = near(FACE, 0.5, 7); // FMR between 1e-2 and 1e-3
    assertThat(createUnless(1e-2, "q", "g", similar))
        .isEqualTo(new PersonCreation.SimilarExists(P));
    assertThat(createUnless(1e-3, "q", "g", similar)).isInstanceOf(PersonCreation.Created.class);
    assertThat(createUnless(1, "r", "h", FACE))
        .as("only the group counts")
        .isInstanceOf(PersonCreation.Created.class);
    assertThat(enrol(gallery, "s", "g", FACE)).isNotNull();
  }

  @Test
  void the_rate_of_false_alarms_is_that_of_the_whole_group() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    enrol(gallery, "p", "g", FACE);
    for (int i = 0; i < 9; i++) {
      enrol(gallery, "other" + i, "g", near(FACE, -0.9, i));
    }
    Template similar = near(FACE, 0.5, 7);
    assertThat(createUnless(1e-2, "q", "g", similar)).isInstanceOf(PersonCreation.Created.class);
    assertThat(createUnless(1e-1, "r", "g", similar))
        .isInstanceOf(PersonCreation.SimilarExists.class);
  }

  private PersonCreation createUnless(double rate, String id, String group, Template face)
      throws GalleryException {
    return gallery.createPerson(
        ACCOUNT, newPerson(id, group, face), Optional.of(new UniquenessRule(rate)));
  }

  @Test
  void unknown_persons_are_told() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    refused(GalleryError.PERSON_NOT_FOUND, "p", () -> gallery.person(ACCOUNT, P));
    refused(GalleryError.PERSON_NOT_FOUND, "p", () -> gallery.deletePerson(ACCOUNT, P));
    refused(GalleryError.PERSON_NOT_FOUND, "p", () -> gallery.copyPerson(ACCOUNT, P, List.of(G)));
    refused(GalleryError.PERSON_NOT_FOUND, "p", () -> gallery.personMemberships(ACCOUNT, P, 0, 1));
    refused(GalleryError.PERSON_NOT_FOUND, "p", () -> gallery.verifyFace(ACCOUNT, P, FACE));
    refused(GalleryError.PERSON_NOT_FOUND, "p", () -> gallery.verifyPerson(ACCOUNT, P, FACE));
    refused(GalleryError.PERSON_NOT_FOUND, "p", () -> gallery.deleteFaces(ACCOUNT, P, List.of()));
    refused(
        GalleryError.PERSON_NOT_FOUND,
        "p",
        () -> gallery.addFaces(ACCOUNT, P, faces(FACE), Optional.empty()));
    refused(
        GalleryError.PERSON_NOT_FOUND,
        "p",
        () -> gallery.modifyMembership(ACCOUNT, G, P, List.of()));
    refused(GalleryError.NOT_A_MEMBER, "p", () -> gallery.deletePersonFromGroup(ACCOUNT, G, P));
  }

  @Test
  void a_person_out_of_its_last_group_is_gone() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
    enrol(gallery, "p", "g", FACE);
    gallery.copyPerson(ACCOUNT, P, List.of(H));
    gallery.deletePersonFromGroup(ACCOUNT, G, P);
    assertThat(gallery.person(ACCOUNT, P).faceIds()).hasSize(1);
    refused(GalleryError.NOT_A_MEMBER, "p", () -> gallery.deletePersonFromGroup(ACCOUNT, G, P));
    gallery.deletePersonFromGroup(ACCOUNT, H, P);
    refused(GalleryError.PERSON_NOT_FOUND, "p", () -> gallery.person(ACCOUNT, P));
    assertThat(store.faces(ACCOUNT, P)).isEmpty();
  }

  @Test
  void a_copy_is_into_all_groups_or_none() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g", "a"));
    gallery.createGroup(ACCOUNT, newGroup("h", "b", "c"));
    gallery.createGroup(ACCOUNT, oldGroup("old"));
    create(new IndexedText(0, "text"));
    refused(GalleryError.ALREADY_MEMBER, "g", () -> gallery.copyPerson(ACCOUNT, P, List.of(H, G)));
    refused(
        GalleryError.ACROSS_MODEL_VERSIONS,
        "old",
        () -> gallery.copyPerson(ACCOUNT, P, List.of(H, new GroupId("old"))));
    refused(
        GalleryError.GROUP_NOT_FOUND,
        "none",
        () -> gallery.copyPerson(ACCOUNT, P, List.of(H, new GroupId("none"))));
    assertThat(gallery.copyPerson(ACCOUNT, P, List.of(H, H))).containsExactly(H);
    assertThat(gallery.personMemberships(ACCOUNT, P, 0, 10).items())
        .containsExactly(new Membership(G, List.of("text")), new Membership(H, List.of("", "")));
  }

  @Test
  void a_changed_person_is_changed_in_all_groups() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
    enrol(gallery, "p", "g", FACE);
    gallery.copyPerson(ACCOUNT, P, List.of(H));
    gallery.modifyPerson(ACCOUNT, new PersonChange(P, Optional.of("N"), Optional.empty()));
    gallery.modifyPerson(
        ACCOUNT, new PersonChange(P, Optional.empty(), Optional.of(Gender.FEMALE)));
    for (GroupId group : List.of(G, H)) {
      Person person = gallery.persons(ACCOUNT, group, 0, 1).items().getFirst().person();
      assertThat(person.name()).isEqualTo("N");
      assertThat(person.gender()).isEqualTo(Gender.FEMALE);
    }
    PersonChange empty = new PersonChange(P, Optional.of(""), Optional.empty());
    refused(GalleryError.VALUE_EMPTY, "PERSON_NAME", () -> gallery.modifyPerson(ACCOUNT, empty));
  }

  @Test
  void values_change_by_position_in_one_group_only() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g", "a", "b"));
    gallery.createGroup(ACCOUNT, newGroup("h", "a"));
    create(new IndexedText(0, "old"), new IndexedText(1, "stays"));
    gallery.copyPerson(ACCOUNT, P, List.of(H));
    gallery.modifyMembership(ACCOUNT, G, P, List.of(new IndexedText(0, "new")));
    assertThat(gallery.personMemberships(ACCOUNT, P, 0, 10).items())
        .containsExactly(
            new Membership(G, List.of("new", "stays")), new Membership(H, List.of("")));
    refused(
        GalleryError.PERSON_VALUE_UNKNOWN_FIELD,
        "1",
        () -> gallery.modifyMembership(ACCOUNT, H, P, List.of(new IndexedText(1, "x"))));
    gallery.createGroup(ACCOUNT, newGroup("i"));
    refused(
        GalleryError.NOT_A_MEMBER,
        "p",
        () -> gallery.modifyMembership(ACCOUNT, new GroupId("i"), P, List.of()));
  }

  // Faces

  @Test
  void faces_are_added_only_above_the_threshold() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    enrol(gallery, "p", "g", FACE);
    List<FaceAddition> additions =
        gallery.addFaces(
            ACCOUNT,
            P,
            faces(near(FACE, 0.3, 1), near(FACE, 0.9, 2), near(FACE, 0.7, 3)),
            Optional.of(new Score(40))); // similarity 0.6
    assertThat(additions.get(0)).isInstanceOf(FaceAddition.TooDissimilar.class);
    assertThat(additions.get(1)).isInstanceOf(FaceAddition.Added.class);
    assertThat(additions.get(2)).isInstanceOf(FaceAddition.Added.class);
    assertThat(gallery.person(ACCOUNT, P).faceIds()).hasSize(3);
    assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(1, 3));
    assertThat(gallery.addFaces(ACCOUNT, P, faces(FACE), Optional.of(new Score(100))).getFirst())
        .as("nothing exceeds 100")
        .isInstanceOf(FaceAddition.TooDissimilar.class);
  }

  @Test
  void a_face_is_compared_with_every_face_the_person_had_before() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    enrol(gallery, "p", "g", FACE);
    Template side = near(FACE, 0.0, 1);
    Optional<Score> threshold = Optional.of(new Score(40));
    assertThat(gallery.addFaces(ACCOUNT, P, faces(side, side), threshold))
        .as("not with each other")
        .allMatch(FaceAddition.TooDissimilar.class::isInstance);
    gallery.addFaces(ACCOUNT, P, faces(side), Optional.empty());
    assertThat(gallery.addFaces(ACCOUNT, P, faces(near(side, 0.9, 2)), threshold))
        .allMatch(FaceAddition.Added.class::isInstance);
  }

  @Test
  void a_person_has_at_most_5_faces_and_gets_at_most_4_at_once() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    enrol(gallery, "p", "g", FACE);
    refused(
        GalleryError.UPLOADED_FACES_TOO_MANY,
        "5",
        () -> gallery.addFaces(ACCOUNT, P, faces(FACE, FACE, FACE, FACE, FACE), Optional.empty()));
    gallery.addFaces(ACCOUNT, P, faces(FACE, FACE, FACE), Optional.empty());
    refused(
        GalleryError.PERSON_FACES_TOO_MANY,
        "p",
        () -> gallery.addFaces(ACCOUNT, P, faces(FACE, FACE), Optional.empty()));
    gallery.addFaces(ACCOUNT, P, faces(near(FACE, -0.5, 1), FACE), Optional.of(new Score(60)));
    assertThat(gallery.person(ACCOUNT, P).faceIds()).hasSize(5);
  }

  @Test
  void the_last_face_stays() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    FaceId first = enrol(gallery, "p", "g", FACE);
    FaceId unknown = new FaceId(FaceId.MIN);
    refused(GalleryError.LAST_FACE, "p", () -> gallery.deleteFaces(ACCOUNT, P, List.of(first)));
    refused(GalleryError.LAST_FACE, "p", () -> gallery.deleteFaces(ACCOUNT, P, List.of(unknown)));
    gallery.addFaces(ACCOUNT, P, faces(FACE, FACE), Optional.empty());
    List<FaceId> all = gallery.person(ACCOUNT, P).faceIds();
    refused(GalleryError.LAST_FACE, "p", () -> gallery.deleteFaces(ACCOUNT, P, all));
    assertThat(gallery.deleteFaces(ACCOUNT, P, List.of(all.get(1), unknown, first, first)))
        .containsExactly(all.get(1), first);
    assertThat(gallery.person(ACCOUNT, P).faceIds()).containsExactly(all.get(2));
  }

  @Test
  void faces_of_other_persons_cannot_be_deleted() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    enrol(gallery, "p", "g", FACE);
    gallery.addFaces(ACCOUNT, P, faces(FACE), Optional.empty());
    FaceId others = enrol(gallery, "q", "g", FACE);
    assertThat(gallery.deleteFaces(ACCOUNT, P, List.of(others))).isEmpty();
    assertThat(gallery.person(ACCOUNT, new PersonId("q")).faceIds()).containsExactly(others);
  }

  // Limits

  @Test
  void default_limits_are_those_of_the_reference() {
    GalleryLimits limits = GalleryLimits.defaults();
    assertThat(limits.groupsPerAccount()).isEqualTo(100_000);
    assertThat(limits.facesPerAccount()).isEqualTo(50_000_000);
    assertThat(limits.facesPerGroup(ModelVersion.V2_0)).isEqualTo(1_000_000);
    assertThat(limits.facesPerGroup(ModelVersion.V3_0)).isEqualTo(3_000_000);
    assertThat(limits.fieldsPerGroup()).isEqualTo(5);
    assertThat(limits.groupsPerPerson()).isEqualTo(100);
    assertThat(limits.facesPerPerson()).isEqualTo(5);
    assertThat(limits.facesPerUpload()).isEqualTo(4);
    assertThat(limits.searches()).isEqualTo(new GalleryLimits.Searches(100, 100, 60, 10));
    assertThat(limits.pages()).isEqualTo(new GalleryLimits.Pages(1000, 1000, 100));
  }

  @Test
  void a_full_account_takes_no_more_groups_or_faces() throws GalleryException {
    limits(small());
    for (String id : List.of("g", "h", "i")) {
      gallery.createGroup(ACCOUNT, newGroup(id));
    }
    refused(GalleryError.GROUPS_TOO_MANY, "j", () -> gallery.createGroup(ACCOUNT, newGroup("j")));
    enrol(gallery, "p", "g", FACE);
    gallery.addFaces(ACCOUNT, P, faces(FACE), Optional.empty());
    enrol(gallery, "q", "h", FACE);
    enrol(gallery, "r", "i", FACE);
    refused(
        GalleryError.ACCOUNT_FACES_TOO_MANY,
        ACCOUNT.toString(),
        () -> enrol(gallery, "s", "h", FACE));
    refused(
        GalleryError.ACCOUNT_FACES_TOO_MANY,
        ACCOUNT.toString(),
        () -> gallery.addFaces(ACCOUNT, new PersonId("q"), faces(FACE), Optional.empty()));
  }

  @Test
  void a_full_group_takes_no_more_faces() throws GalleryException {
    limits(small());
    gallery.createGroup(ACCOUNT, newGroup("g"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
    enrol(gallery, "p", "g", FACE);
    enrol(gallery, "q", "g", FACE);
    refused(GalleryError.GROUP_FACES_TOO_MANY, "g", () -> enrol(gallery, "r", "g", FACE));
    refused(
        GalleryError.GROUP_FACES_TOO_MANY,
        "g",
        () -> gallery.addFaces(ACCOUNT, P, faces(FACE), Optional.empty()));
    enrol(gallery, "r", "h", FACE);
    refused(
        GalleryError.GROUP_FACES_TOO_MANY,
        "g",
        () -> gallery.copyPerson(ACCOUNT, new PersonId("r"), List.of(G)));
  }

  @Test
  void a_person_is_in_so_many_groups_only() throws GalleryException {
    limits(small());
    for (String id : List.of("g", "h", "i")) {
      gallery.createGroup(ACCOUNT, newGroup(id));
    }
    enrol(gallery, "p", "g", FACE);
    GroupId third = new GroupId("i");
    refused(
        GalleryError.PERSON_GROUPS_TOO_MANY,
        "p",
        () -> gallery.copyPerson(ACCOUNT, P, List.of(H, third)));
    gallery.copyPerson(ACCOUNT, P, List.of(H));
    refused(
        GalleryError.PERSON_GROUPS_TOO_MANY,
        "p",
        () -> gallery.copyPerson(ACCOUNT, P, List.of(third)));
  }

  private static GalleryLimits small() {
    return new GalleryLimits(
        3,
        4,
        Map.of(ModelVersion.V2_0, 1L, ModelVersion.V3_0, 2L),
        5,
        2,
        5,
        4,
        new GalleryLimits.Enrolments(2, 1, 6),
        GalleryLimits.defaults().customs(),
        new GalleryLimits.Searches(3, 3, 2, 2),
        new GalleryLimits.Pages(2, 2, 2));
  }

  @Test
  void pages_have_a_longest_length_and_begin_within_the_list() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    enrol(gallery, "p", "g", FACE);
    refused(GalleryError.PAGE_LIMIT_EXCEEDED, "1001", () -> gallery.groups(ACCOUNT, 0, 1001));
    refused(GalleryError.PAGE_LIMIT_EXCEEDED, "1001", () -> gallery.persons(ACCOUNT, G, 0, 1001));
    refused(
        GalleryError.PAGE_LIMIT_EXCEEDED,
        "101",
        () -> gallery.personMemberships(ACCOUNT, P, 0, 101));
    refused(GalleryError.PAGE_OFFSET_EXCEEDED, "2", () -> gallery.groups(ACCOUNT, 2, 10));
    refused(GalleryError.PAGE_OFFSET_EXCEEDED, "2", () -> gallery.persons(ACCOUNT, G, 2, 10));
    refused(
        GalleryError.PAGE_OFFSET_EXCEEDED, "2", () -> gallery.personMemberships(ACCOUNT, P, 2, 10));
    assertThat(gallery.groups(ACCOUNT, 1, 1000)).isEqualTo(new Page<>(List.of(), 1));
    assertThat(gallery.groups(OTHER_ACCOUNT, 0, 10)).isEqualTo(new Page<>(List.of(), 0));
    assertThat(gallery.groups(ACCOUNT, 0, 0)).isEqualTo(new Page<>(List.of(), 1));
  }
}
