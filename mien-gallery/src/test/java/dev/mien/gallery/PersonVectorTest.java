package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.OLD_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.near;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.oldGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.gallery.score.Score;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the qualities of a person's faces do to searches of persons, with the store of servers. */
class PersonVectorTest {
  private static final GroupId G = new GroupId("g");
  private static final PersonId P = new PersonId("p");
  private static final Template PROBE = template(1);
  private static final Template GOOD = near(PROBE, 0.7, 2);
  private static final Template BAD = near(PROBE, 0.1, 3);

  @TempDir private Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private Gallery gallery;

  @BeforeEach
  void open() throws GalleryException {
    start();
    gallery.createGroup(ACCOUNT, newGroup("g"));
  }

  private void start() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    gallery = gallery(new SqliteGalleryStore(database));
  }

  @AfterEach
  void close() {
    gallery.close();
    database.close();
    directory.close();
  }

  private static FaceTemplates face(Template template, Quality quality) {
    return new FaceTemplates(Map.of(ModelVersion.V3_0, template), quality, Optional.empty());
  }

  private void enrol(PersonId id, FaceTemplates face) throws GalleryException {
    NewPerson person = new NewPerson(id, G, "Ann", Gender.UNSPECIFIED, List.of(), face);
    gallery.createPerson(ACCOUNT, person, Optional.empty());
  }

  private FaceId add(PersonId id, FaceTemplates face) throws GalleryException {
    List<FaceAddition> added = gallery.addFaces(ACCOUNT, id, List.of(face), Optional.empty());
    return ((FaceAddition.Added) added.getFirst()).faceId();
  }

  /** The person's score, by all ways that lead to it. */
  private Score score(PersonId id) throws GalleryException {
    Score verified = gallery.verifyPerson(ACCOUNT, id, PROBE);
    List<Candidate> candidates =
        gallery.searchPersons(ACCOUNT, List.of(G), PROBE, best(5)).candidates();
    assertThat(candidates)
        .filteredOn(candidate -> candidate.personId().equals(id))
        .singleElement()
        .satisfies(candidate -> assertThat(candidate.score()).isEqualTo(verified));
    GroupedSearchResult grouped = gallery.searchPersonsByGroup(ACCOUNT, List.of(G), PROBE, best(5));
    assertThat(grouped.groups().getFirst().candidates()).isEqualTo(candidates);
    return verified;
  }

  private static Score scoreOf(RatedTemplate... faces) {
    double similarity = PROBE.similarity(RatedTemplate.fused(List.of(faces)));
    return NaiveGallery.score(ModelVersion.V3_0, similarity);
  }

  @Test
  void a_bad_face_moves_its_person_less_than_an_ordinary_one() throws GalleryException {
    enrol(P, face(GOOD, Quality.of(95)));
    enrol(new PersonId("even"), face(GOOD, Quality.UNKNOWN));
    double before = score(P).value();
    assertThat(score(new PersonId("even")).value()).isEqualTo(before);
    add(P, face(BAD, Quality.of(20)));
    add(new PersonId("even"), face(BAD, Quality.UNKNOWN));
    double even = score(new PersonId("even")).value();
    assertThat(score(P).value()).isLessThan(before).isGreaterThan(even);
  }

  @Test
  void a_face_that_goes_leaves_no_weight_behind() throws GalleryException {
    enrol(P, face(GOOD, Quality.of(95)));
    Score first = score(P);
    FaceId bad = add(P, face(BAD, Quality.of(20)));
    FaceId other = add(P, face(near(PROBE, 0.6, 4), Quality.of(60)));
    gallery.deleteFaces(ACCOUNT, P, List.of(bad));
    assertThat(score(P).value())
        .isCloseTo(
            scoreOf(
                    new RatedTemplate(GOOD, Quality.of(95)),
                    new RatedTemplate(near(PROBE, 0.6, 4), Quality.of(60)))
                .value(),
            within(1e-6));
    gallery.deleteFaces(ACCOUNT, P, List.of(other));
    assertThat(score(P)).isEqualTo(first);
  }

  @Test
  void a_restart_changes_no_bit_of_a_person() throws GalleryException {
    for (int person = 0; person < 20; person++) {
      PersonId id = new PersonId("p" + person);
      enrol(id, face(near(PROBE, 0.5, person), Quality.of(5 * person)));
      add(id, face(near(PROBE, 0.4, 100 + person), Quality.UNKNOWN));
      FaceId gone = add(id, face(BAD, Quality.of(1)));
      add(id, face(near(PROBE, 0.6, 200 + person), Quality.of(100 - 5 * person)));
      gallery.deleteFaces(ACCOUNT, id, List.of(gone));
    }
    List<Candidate> before =
        gallery.searchPersons(ACCOUNT, List.of(G), PROBE, best(50)).candidates();
    close();
    start();
    assertThat(before).hasSize(20);
    assertThat(gallery.searchPersons(ACCOUNT, List.of(G), PROBE, best(50)).candidates())
        .isEqualTo(before);
  }

  @Test
  void every_way_of_enrolment_keeps_the_quality() throws GalleryException {
    enrol(P, face(GOOD, Quality.of(11)));
    add(P, face(template(2), Quality.of(12)));
    gallery.offerFaces(ACCOUNT, P, List.of(face(template(3), Quality.of(13))), Optional.empty());
    PersonId named = new PersonId("named");
    gallery.enrol(
        ACCOUNT, new Enrolment(named, List.of(G), "", "", face(template(4), Quality.of(14))));
    gallery.copyPerson(ACCOUNT, P, List.of(copies()));
    assertThat(qualities(P)).containsExactly(Quality.of(11), Quality.of(12), Quality.of(13));
    assertThat(qualities(named)).containsExactly(Quality.of(14));

    CustomPersons custom = gallery.customPersons();
    custom.createGroup(ACCOUNT, "bucket");
    long stars =
        custom.categories().create(ACCOUNT, new CustomCategories.Texts("stars", "")).number();
    Template star = template(5);
    PersonId ann =
        custom
            .create(
                ACCOUNT, new NewCustomPerson("Ann", "", stars, face(star, Quality.of(15)), "one"))
            .id();
    custom.addImage(ACCOUNT, ann, face(near(star, 0.9, 6), Quality.of(16)), "two");
    assertThat(qualities(ann)).containsExactly(Quality.of(15), Quality.of(16));
  }

  private GroupId copies() throws GalleryException {
    return gallery.createGroup(ACCOUNT, newGroup("copies")).id();
  }

  private List<Quality> qualities(PersonId id) {
    return new SqliteGalleryStore(database).faces(ACCOUNT, id).stream().map(Face::quality).toList();
  }

  @Test
  void faces_weigh_the_same_to_both_model_versions() throws GalleryException {
    GroupId old = gallery.createGroup(ACCOUNT, oldGroup("old")).id();
    for (Quality quality : List.of(Quality.of(95), Quality.of(20))) {
      Template seen = quality.equals(Quality.of(20)) ? BAD : GOOD;
      FaceTemplates both =
          new FaceTemplates(
              Map.of(ModelVersion.V3_0, seen, ModelVersion.V2_0, template(OLD_EMBEDDER, 7)),
              quality,
              Optional.empty());
      if (quality.equals(Quality.of(95))) {
        gallery.enrol(ACCOUNT, new Enrolment(P, List.of(old), "", "", both));
      } else {
        add(P, both);
      }
    }
    gallery.upgradeGroup(ACCOUNT, old, ModelVersion.V3_0);
    Upgrades.awaitAll(gallery);
    gallery.copyPerson(ACCOUNT, P, List.of(G));
    assertThat(score(P))
        .isEqualTo(
            scoreOf(
                new RatedTemplate(GOOD, Quality.of(95)), new RatedTemplate(BAD, Quality.of(20))));
  }
}
