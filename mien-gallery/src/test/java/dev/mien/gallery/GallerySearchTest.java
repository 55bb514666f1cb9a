package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.NEW_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.OLD_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.OTHER_ACCOUNT;
import static dev.mien.gallery.GalleryFixture.best;
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
import static org.assertj.core.api.Assertions.within;

import dev.mien.gallery.score.Calibration;
import dev.mien.gallery.score.Calibrations;
import dev.mien.gallery.score.Score;
import dev.mien.gallery.store.InMemoryGalleryStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GallerySearchTest {
  private static final GroupId G = new GroupId("g");
  private static final GroupId H = new GroupId("h");
  private static final PersonId P = new PersonId("p");
  private static final Template FACE = template(1);

  private final GalleryStore store = new InMemoryGalleryStore();
  private Gallery gallery = gallery(store);

  @BeforeEach
  void groups() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g", "field"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private static void refused(GalleryError error, String value, Refusable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            GalleryException.class,
            e -> {
              assertThat(e.error()).isEqualTo(error);
              assertThat(e.value()).isEqualTo(value);
            });
  }

  private interface Refusable {
    void run() throws GalleryException;
  }

  @Test
  void the_most_similar_come_first_each_person_once_with_its_best_face() throws GalleryException {
    enrol(gallery, "far", "g", near(FACE, 0.1, 1));
    enrol(gallery, "p", "g", near(FACE, 0.5, 2));
    FaceId best =
        ((FaceAddition.Added)
                gallery
                    .addFaces(ACCOUNT, P, faces(near(FACE, 0.9, 3)), Optional.empty())
                    .getFirst())
            .faceId();
    enrol(gallery, "middle", "g", near(FACE, 0.7, 4));
    SearchResult result = gallery.searchFaces(ACCOUNT, List.of(G), FACE, best(5));
    assertThat(result.modelVersion()).isEqualTo(ModelVersion.V3_0);
    assertThat(result.searched()).isEqualTo(4);
    assertThat(result.candidates())
        .extracting(candidate -> candidate.personId().value())
        .containsExactly("p", "middle", "far");
    assertThat(result.candidates().getFirst().faceId()).contains(best);
    assertThat(result.candidates().getFirst().details()).isEmpty();
    assertThat(gallery.searchFaces(ACCOUNT, List.of(G), FACE, best(2)).candidates())
        .isEqualTo(result.candidates().subList(0, 2));
  }

  @Test
  void scores_are_those_of_the_calibration_and_the_line_of_the_version() throws GalleryException {
    enrol(gallery, "p", "g", near(FACE, 0.6, 2));
    gallery.createGroup(ACCOUNT, oldGroup("old"));
    Template oldFace = template(OLD_EMBEDDER, 1);
    enrol(gallery, "q", "old", near(oldFace, 0.6, 2));
    assertThat(score(gallery.searchFaces(ACCOUNT, List.of(G), FACE, best(1))))
        .isCloseTo(40, within(1e-3));
    assertThat(score(gallery.searchFaces(ACCOUNT, List.of(new GroupId("old")), oldFace, best(1))))
        .isCloseTo(70, within(1e-3));
    assertThat(gallery.compare(ModelVersion.V3_0, FACE, FACE).value()).isEqualTo(100);
    assertThat(gallery.compare(ModelVersion.V3_0, FACE, near(FACE, 0.8, 5)).value())
        .isCloseTo(50, within(1e-3));
  }

  private static double score(SearchResult result) {
    return result.candidates().getFirst().score().value();
  }

  @Test
  void a_search_and_a_verification_give_the_same_score() throws GalleryException {
    enrol(gallery, "p", "g", near(FACE, 0.61, 2));
    gallery.addFaces(ACCOUNT, P, faces(near(FACE, 0.43, 3)), Optional.empty());
    assertThat(gallery.verifyFace(ACCOUNT, P, FACE))
        .isEqualTo(
            gallery
                .searchFaces(ACCOUNT, List.of(G), FACE, best(1))
                .candidates()
                .getFirst()
                .score());
    assertThat(gallery.verifyPerson(ACCOUNT, P, FACE))
        .isEqualTo(
            gallery
                .searchPersons(ACCOUNT, List.of(G), FACE, best(1))
                .candidates()
                .getFirst()
                .score());
  }

  @Test
  void all_faces_of_a_person_can_count_as_one() throws GalleryException {
    enrol(gallery, "p", "g", near(FACE, 0.7, 2));
    enrol(gallery, "q", "g", near(FACE, 0.75, 3));
    assertThat(persons("g")).containsExactly("q", "p");
    List<FaceAddition> added =
        gallery.addFaces(ACCOUNT, P, faces(near(FACE, 0.7, 4)), Optional.empty());
    SearchResult result = gallery.searchPersons(ACCOUNT, List.of(G), FACE, best(5));
    assertThat(persons("g")).as("two views together are nearer").containsExactly("p", "q");
    assertThat(result.searched()).isEqualTo(2);
    assertThat(result.candidates()).allMatch(candidate -> candidate.faceId().isEmpty());
    gallery.deleteFaces(ACCOUNT, P, List.of(((FaceAddition.Added) added.getFirst()).faceId()));
    assertThat(persons("g")).containsExactly("q", "p");
  }

  private List<String> persons(String group) throws GalleryException {
    return gallery
        .searchPersons(ACCOUNT, List.of(new GroupId(group)), FACE, best(5))
        .candidates()
        .stream()
        .map(candidate -> candidate.personId().value())
        .toList();
  }

  @Test
  void among_equals_who_is_known_longer_comes_first() throws GalleryException {
    for (String id : List.of("z", "y", "a")) {
      enrol(gallery, id, "g", FACE);
    }
    gallery.deletePerson(ACCOUNT, new PersonId("z"));
    enrol(gallery, "0", "g", FACE);
    assertThat(persons("g")).containsExactly("y", "a", "0");
    assertThat(gallery.searchFaces(ACCOUNT, List.of(G), FACE, best(5)).candidates())
        .extracting(candidate -> candidate.personId().value())
        .containsExactly("y", "a", "0");
    gallery.close();
    gallery = gallery(store);
    assertThat(persons("g")).as("also after a restart").containsExactly("y", "a", "0");
  }

  @Test
  void candidates_below_the_threshold_are_left_out_and_those_at_it_are_not()
      throws GalleryException {
    enrol(gallery, "p", "g", near(FACE, 0.7, 2));
    enrol(gallery, "q", "g", near(FACE, 0.3, 3));
    Score score = gallery.verifyFace(ACCOUNT, P, FACE);
    SearchOptions options = new SearchOptions(5, score, false);
    assertThat(gallery.searchFaces(ACCOUNT, List.of(G), FACE, options).candidates())
        .extracting(candidate -> candidate.personId().value())
        .containsExactly("p");
  }

  @Test
  void several_groups_are_searched_as_one_or_one_by_one() throws GalleryException {
    enrol(gallery, "both", "g", near(FACE, 0.9, 1));
    gallery.copyPerson(ACCOUNT, new PersonId("both"), List.of(H));
    enrol(gallery, "g-only", "g", near(FACE, 0.7, 2));
    enrol(gallery, "h-only", "h", near(FACE, 0.8, 3));
    SearchResult together = gallery.searchFaces(ACCOUNT, List.of(H, G), FACE, best(5));
    assertThat(together.searched()).isEqualTo(3);
    assertThat(together.candidates())
        .extracting(candidate -> candidate.personId().value())
        .containsExactly("both", "h-only", "g-only");
    GroupedSearchResult grouped =
        gallery.searchPersonsByGroup(ACCOUNT, List.of(H, G, H), FACE, best(1));
    assertThat(grouped.searched()).isEqualTo(3);
    assertThat(grouped.groups()).extracting(answer -> answer.groupId()).containsExactly(H, G);
    assertThat(grouped.groups())
        .allSatisfy(
            answer ->
                assertThat(answer.candidates())
                    .extracting(candidate -> candidate.personId().value())
                    .containsExactly("both"));
  }

  @Test
  void an_empty_group_beside_others_answers_with_nobody() throws GalleryException {
    enrol(gallery, "p", "g", FACE);
    GroupedSearchResult grouped = gallery.searchFacesByGroup(ACCOUNT, List.of(G, H), FACE, best(1));
    assertThat(grouped.groups().getLast().candidates()).isEmpty();
  }

  @Test
  void details_tell_the_person_and_all_its_groups() throws GalleryException {
    gallery.createPerson(
        ACCOUNT,
        new NewPerson(
            P, G, "Name", Gender.MALE, List.of(new IndexedText(0, "text")), templates(FACE)),
        Optional.empty());
    gallery.copyPerson(ACCOUNT, P, List.of(H));
    SearchOptions detailed = new SearchOptions(5, new Score(0), true);
    assertThat(
            gallery
                .searchFaces(ACCOUNT, List.of(H), FACE, detailed)
                .candidates()
                .getFirst()
                .details())
        .contains(
            new Candidate.Details(
                "Name",
                Gender.MALE,
                "",
                List.of(new Membership(G, List.of("text")), new Membership(H, List.of()))));
  }

  @Test
  void searches_follow_every_write() throws GalleryException {
    enrol(gallery, "p", "g", FACE);
    enrol(gallery, "q", "h", FACE);
    gallery.copyPerson(ACCOUNT, P, List.of(H));
    assertThat(persons("h")).containsExactly("p", "q");
    gallery.deletePersonFromGroup(ACCOUNT, H, P);
    assertThat(persons("h")).containsExactly("q");
    assertThat(persons("g")).containsExactly("p");
    gallery.copyPerson(ACCOUNT, P, List.of(H));
    gallery.deleteGroup(ACCOUNT, G);
    assertThat(persons("h")).containsExactly("p", "q");
    gallery.deletePerson(ACCOUNT, P);
    assertThat(persons("h")).containsExactly("q");
  }

  @Test
  void accounts_are_searched_apart() throws GalleryException {
    gallery.createGroup(OTHER_ACCOUNT, newGroup("g"));
    gallery.createPerson(OTHER_ACCOUNT, newPerson("p", "g", FACE), Optional.empty());
    refused(GalleryError.NO_FACES_IN_GROUPS, "g", () -> persons("g"));
  }

  @Test
  void what_cannot_be_searched_is_told() throws GalleryException {
    List<GroupId> none = List.of();
    refused(
        GalleryError.VALUE_EMPTY,
        "GROUP_ID",
        () -> gallery.searchFaces(ACCOUNT, none, FACE, best(1)));
    refused(
        GalleryError.GROUP_NOT_FOUND,
        "none",
        () -> gallery.searchFaces(ACCOUNT, List.of(new GroupId("none")), FACE, best(1)));
    refused(
        GalleryError.NO_FACES_IN_GROUPS,
        "g",
        () -> gallery.searchFaces(ACCOUNT, List.of(G, H), FACE, best(1)));
    enrol(gallery, "p", "g", FACE);
    refused(
        GalleryError.CANDIDATES_TOO_MANY,
        "101",
        () -> gallery.searchFaces(ACCOUNT, List.of(G), FACE, best(101)));
    refused(
        GalleryError.CANDIDATES_TOO_MANY,
        "11",
        () -> gallery.searchFacesByGroup(ACCOUNT, List.of(G), FACE, best(11)));
    refused(
        GalleryError.GROUP_IDS_TOO_MANY,
        "101",
        () -> gallery.searchPersons(ACCOUNT, Collections.nCopies(101, G), FACE, best(1)));
    refused(
        GalleryError.GROUP_IDS_TOO_MANY,
        "61",
        () -> gallery.searchPersonsByGroup(ACCOUNT, Collections.nCopies(61, G), FACE, best(1)));
  }

  @Test
  void model_versions_are_never_mixed_and_the_old_one_knows_no_fused_persons()
      throws GalleryException {
    gallery.createGroup(ACCOUNT, oldGroup("old"));
    GroupId old = new GroupId("old");
    Template oldFace = template(OLD_EMBEDDER, 1);
    enrol(gallery, "p", "old", oldFace);
    refused(
        GalleryError.ACROSS_MODEL_VERSIONS,
        "old",
        () -> gallery.searchFaces(ACCOUNT, List.of(G, old), FACE, best(1)));
    refused(
        GalleryError.ACROSS_MODEL_VERSIONS,
        "old",
        () -> gallery.modelVersion(ACCOUNT, List.of(G, old)));
    assertThat(gallery.modelVersion(ACCOUNT, List.of(old))).isEqualTo(ModelVersion.V2_0);
    refused(
        GalleryError.MODEL_VERSION_UNSUPPORTED,
        "2.0",
        () -> gallery.searchPersons(ACCOUNT, List.of(old), oldFace, best(1)));
    refused(
        GalleryError.MODEL_VERSION_UNSUPPORTED,
        "2.0",
        () -> gallery.verifyPerson(ACCOUNT, P, oldFace));
    assertThat(gallery.verifyFace(ACCOUNT, P, oldFace).value()).isEqualTo(100);
    refused(
        GalleryError.ACROSS_MODEL_VERSIONS, "g", () -> gallery.copyPerson(ACCOUNT, P, List.of(G)));
  }

  @Test
  void too_many_faces_in_all_groups_together_cannot_be_searched() throws GalleryException {
    enrol(gallery, "p", "g", FACE);
    enrol(gallery, "q", "h", FACE);
    GalleryLimits defaults = GalleryLimits.defaults();
    gallery.close();
    gallery =
        gallery(
            store,
            new GalleryLimits(
                10,
                10,
                Map.of(ModelVersion.V2_0, 1L, ModelVersion.V3_0, 1L),
                5,
                5,
                5,
                4,
                defaults.enrolments(),
                defaults.customs(),
                defaults.searches(),
                defaults.pages()));
    refused(
        GalleryError.SEARCHED_FACES_TOO_MANY,
        "2",
        () -> gallery.searchFaces(ACCOUNT, List.of(G, H), FACE, best(1)));
    assertThat(persons("g")).containsExactly("p");
  }

  @Test
  void exchanged_models_are_told_instead_of_finding_nobody() throws GalleryException {
    enrol(gallery, "p", "g", FACE);
    gallery.close();
    Calibration calibration = GalleryFixture.CALIBRATIONS.byEmbedderId().get(NEW_EMBEDDER);
    gallery =
        new Gallery(
            store,
            GalleryLimits.defaults(),
            new ModelVersions(Map.of(ModelVersion.V3_0, "newest")),
            new Calibrations(Map.of("newest", calibration)),
            GalleryFixture.CLOCK,
            GalleryFixture.INDEX_RESOURCES);
    Template newest = template("newest", 1);
    refused(
        GalleryError.EMBEDDER_CHANGED,
        "g",
        () -> gallery.searchFaces(ACCOUNT, List.of(G), newest, best(1)));
    refused(
        GalleryError.EMBEDDER_CHANGED, NEW_EMBEDDER, () -> gallery.verifyFace(ACCOUNT, P, newest));
    refused(
        GalleryError.EMBEDDER_CHANGED,
        NEW_EMBEDDER,
        () -> gallery.addFaces(ACCOUNT, P, faces(newest), Optional.empty()));
    enrol(gallery, "q", "g", newest);
    assertThat(gallery.searchFaces(ACCOUNT, List.of(G), newest, best(5)).searched())
        .as("only what can be compared is counted")
        .isEqualTo(1);
    assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(2, 2));
  }

  @Test
  void an_embedder_that_changes_its_dimensions_is_told() throws GalleryException {
    enrol(gallery, "p", "g", FACE);
    Template longer = Template.normalized(NEW_EMBEDDER, new float[] {1, 2, 3});
    refused(GalleryError.EMBEDDER_CHANGED, NEW_EMBEDDER, () -> enrol(gallery, "q", "g", longer));
    refused(
        GalleryError.EMBEDDER_CHANGED,
        NEW_EMBEDDER,
        () -> gallery.searchFaces(ACCOUNT, List.of(G), longer, best(1)));
  }
}
