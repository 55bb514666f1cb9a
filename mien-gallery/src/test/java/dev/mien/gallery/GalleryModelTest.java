package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.NEW_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.OLD_EMBEDDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.gallery.NaiveGallery.Found;
import dev.mien.gallery.NaiveGallery.NaiveGroup;
import dev.mien.gallery.NaiveGallery.NaivePerson;
import dev.mien.gallery.score.Score;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.InMemoryGalleryStore;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of one account on a real gallery and on a naive one. After each step both must
 * have said the same, and now and then everything is compared, and the real gallery is closed and
 * opened again.
 */
class GalleryModelTest {
  private static final int STEPS = 2500;
  private static final int STEPS_BETWEEN_COMPARISONS = 25;
  private static final int STEPS_BETWEEN_RESTARTS = 200;

  private static final GalleryLimits LIMITS =
      new GalleryLimits(
          5,
          18,
          Map.of(ModelVersion.V2_0, 8L, ModelVersion.V3_0, 12L),
          3,
          3,
          3,
          4,
          GalleryLimits.defaults().enrolments(),
          GalleryLimits.defaults().customs(),
          GalleryLimits.defaults().searches(),
          GalleryLimits.defaults().pages());

  @TempDir private Path folder;

  private final NaiveGallery naive = new NaiveGallery(LIMITS);
  private final Set<GalleryError> met = EnumSet.noneOf(GalleryError.class);
  private Random random = new Random(0);
  private Gallery gallery;

  private interface Call<T> {
    T run() throws GalleryException;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void a_gallery_in_memory_says_what_a_naive_one_says(long seed) throws Exception {
    random = new Random(seed);
    InMemoryGalleryStore store = new InMemoryGalleryStore();
    for (int step = 0; step < STEPS; step += STEPS_BETWEEN_RESTARTS) {
      try (Gallery opened = GalleryFixture.gallery(store, LIMITS)) {
        steps(opened);
      }
    }
    requireManyErrors();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3})
  void a_gallery_in_sqlite_says_what_a_naive_one_says(long seed) throws Exception {
    random = new Random(seed);
    for (int step = 0; step < STEPS; step += STEPS_BETWEEN_RESTARTS) {
      try (DataDirectory directory = DataDirectory.open(folder);
          SqliteDatabase database = SqliteDatabase.open(directory);
          Gallery opened = GalleryFixture.gallery(new SqliteGalleryStore(database), LIMITS)) {
        steps(opened);
      }
    }
    requireManyErrors();
  }

  private void requireManyErrors() {
    assertThat(met)
        .as("the histories reach the rules")
        .contains(
            GalleryError.GROUP_ID_EXISTS,
            GalleryError.GROUP_NAME_EXISTS,
            GalleryError.GROUPS_TOO_MANY,
            GalleryError.GROUP_NOT_FOUND,
            GalleryError.GROUP_FIELD_UNKNOWN,
            GalleryError.GROUP_FIELD_NAME_EXISTS,
            GalleryError.PERSON_ID_EXISTS,
            GalleryError.PERSON_NOT_FOUND,
            GalleryError.PERSON_VALUE_UNKNOWN_FIELD,
            GalleryError.PERSON_GROUPS_TOO_MANY,
            GalleryError.PERSON_FACES_TOO_MANY,
            GalleryError.ALREADY_MEMBER,
            GalleryError.NOT_A_MEMBER,
            GalleryError.LAST_FACE,
            GalleryError.GROUP_FACES_TOO_MANY,
            GalleryError.ACCOUNT_FACES_TOO_MANY,
            GalleryError.ACROSS_MODEL_VERSIONS,
            GalleryError.UPGRADE_NOT_NEWER,
            GalleryError.UPGRADE_FACES_LOST,
            GalleryError.REVERT_BLOCKED);
  }

  private void steps(Gallery opened) throws GalleryException {
    gallery = opened;
    compareAll();
    for (int step = 0; step < STEPS_BETWEEN_RESTARTS; step++) {
      step();
      if (step % STEPS_BETWEEN_COMPARISONS == 0) {
        compareAll();
      }
    }
  }

  private void step() {
    switch (random.nextInt(24)) {
      case 0, 1 -> createGroup();
      case 2 -> {
        if (random.nextInt(4) == 0) {
          GroupId id = groupId();
          same(() -> done(() -> gallery.deleteGroup(ACCOUNT, id)), () -> naive.deleteGroup(id));
        }
      }
      case 3 -> renameGroup();
      case 4, 5, 6, 7, 8, 9 -> createPerson();
      case 10 -> {
        PersonId id = personId();
        same(() -> done(() -> gallery.deletePerson(ACCOUNT, id)), () -> naive.deletePerson(id));
      }
      case 11 -> {
        GroupId group = groupId();
        PersonId id = personId();
        same(
            () -> done(() -> gallery.deletePersonFromGroup(ACCOUNT, group, id)),
            () -> naive.deletePersonFromGroup(group, id));
      }
      case 12, 13, 14 -> {
        PersonId id = personId();
        List<GroupId> groups = random.nextBoolean() ? groupIds() : groupsFor(id);
        same(
            () -> done(() -> gallery.copyPerson(ACCOUNT, id, groups)),
            () -> naive.copyPerson(id, groups));
      }
      case 15 -> {
        GroupId group = groupId();
        PersonId id = personId();
        List<IndexedText> values = values();
        same(
            () -> done(() -> gallery.modifyMembership(ACCOUNT, group, id, values)),
            () -> naive.modifyMembership(group, id, values));
      }
      case 16, 17, 18 -> addFaces();
      case 19, 20 -> deleteFaces();
      case 21 -> {
        if (random.nextInt(3) == 0) {
          upgrade();
        }
      }
      default -> search();
    }
  }

  /** A group that the person's version does not keep it out of. */
  private List<GroupId> groupsFor(PersonId id) {
    List<GroupId> fitting = new ArrayList<>(naive.groups.keySet());
    Optional.ofNullable(naive.persons.get(id))
        .ifPresent(person -> fitting.removeIf(group -> version(group) != person.version));
    return fitting.isEmpty() ? groupIds() : List.of(fitting.get(random.nextInt(fitting.size())));
  }

  private void upgrade() {
    List<GroupId> old = new ArrayList<>(naive.groups.keySet());
    old.removeIf(group -> version(group) != ModelVersion.V2_0);
    GroupId id =
        old.isEmpty() || random.nextInt(3) == 0 ? groupId() : old.get(random.nextInt(old.size()));
    boolean back = Optional.ofNullable(naive.groups.get(id)).map(g -> g.upgraded).orElse(false);
    if (back && random.nextBoolean()) {
      String job = lastJob(id).id();
      same(() -> done(() -> gallery.revertUpgrade(ACCOUNT, job)), () -> naive.revert(id));
    } else {
      same(
          () -> done(() -> gallery.upgradeGroup(ACCOUNT, id, ModelVersion.V3_0)),
          () -> naive.upgrade(id));
    }
    if (naive.groups.containsKey(id)) {
      Upgrades.awaitAll(gallery);
    }
  }

  private UpgradeJob lastJob(GroupId id) {
    try {
      return gallery.upgradeJobs(ACCOUNT, 0, 1000).items().stream()
          .filter(job -> job.groupId().equals(id))
          .toList()
          .getLast();
    } catch (GalleryException e) {
      throw new AssertionError(e);
    }
  }

  private void createGroup() {
    GroupId id = groupId();
    List<String> fields = Stream.of("a", "b", "c").limit(random.nextInt(4)).toList();
    NewGroup wanted = new NewGroup(id, name(), fields, "", wantedVersion(id));
    same(() -> done(() -> gallery.createGroup(ACCOUNT, wanted)), () -> naive.createGroup(wanted));
  }

  private void renameGroup() {
    GroupId id = groupId();
    String name = name();
    List<IndexedText> fields =
        List.of(
            new IndexedText(
                random.nextInt(3), random.nextBoolean() ? "a" : "x" + random.nextInt(3)));
    same(
        () ->
            done(
                () ->
                    gallery.modifyGroup(
                        ACCOUNT, new GroupChange(id, Optional.of(name), Optional.empty(), fields))),
        () -> naive.rename(id, name, fields));
  }

  private void createPerson() {
    GroupId group = groupId();
    NewPerson wanted =
        new NewPerson(
            personId(),
            group,
            "n" + random.nextInt(9),
            Gender.MALE,
            values(),
            templates(version(group)));
    Optional<UniquenessRule> rule =
        random.nextBoolean() ? Optional.of(new UniquenessRule(0.05)) : Optional.empty();
    same(
        () ->
            switch (gallery.createPerson(ACCOUNT, wanted, rule)) {
              case PersonCreation.Created created -> {
                naive.givenFaceIds.add(created.faceId());
                yield "done";
              }
              case PersonCreation.SimilarExists similar -> "similar to " + similar.personId();
            },
        () -> naive.createPerson(wanted, rule));
  }

  private void addFaces() {
    PersonId id = personId();
    ModelVersion version =
        Optional.ofNullable(naive.persons.get(id)).map(p -> p.version).orElse(ModelVersion.V3_0);
    List<FaceTemplates> templates =
        Stream.generate(() -> templates(version)).limit(1 + random.nextInt(2)).toList();
    Optional<Score> threshold =
        random.nextBoolean() ? Optional.of(new Score(55)) : Optional.empty();
    same(
        () -> {
          List<Boolean> outcome = new ArrayList<>();
          for (FaceAddition addition : gallery.addFaces(ACCOUNT, id, templates, threshold)) {
            if (addition instanceof FaceAddition.Added added) {
              naive.givenFaceIds.add(added.faceId());
            }
            outcome.add(addition instanceof FaceAddition.Added);
          }
          return outcome.toString();
        },
        () -> naive.addFaces(id, templates, threshold));
  }

  private void deleteFaces() {
    PersonId id = personId();
    List<FaceId> faces = new ArrayList<>();
    Optional.ofNullable(naive.persons.get(id)).ifPresent(p -> faces.addAll(p.faces.keySet()));
    faces.removeIf(face -> random.nextBoolean());
    same(
        () -> gallery.deleteFaces(ACCOUNT, id, faces).toString(),
        () -> naive.deleteFaces(id, faces));
  }

  /** Two groups of one version with faces, in both kinds of search. */
  private void search() {
    List<GroupId> groups =
        naive.groups.keySet().stream()
            .filter(id -> version(id) == ModelVersion.V3_0 && naive.faceCount(id) > 0)
            .limit(2)
            .toList();
    if (groups.isEmpty()) {
      return;
    }
    Template probe = template(ModelVersion.V3_0);
    try {
      requireFound(
          gallery.searchFaces(ACCOUNT, groups, probe, GalleryFixture.best(50)),
          naive.faces(groups, probe));
      requireFound(
          gallery.searchPersons(ACCOUNT, groups, probe, GalleryFixture.best(50)),
          naive.fused(groups, probe));
    } catch (GalleryException e) {
      assertThat(e.error()).isEqualTo(GalleryError.SEARCHED_FACES_TOO_MANY);
    }
  }

  private static void requireFound(SearchResult result, List<Found> expected) {
    assertThat(result.candidates())
        .extracting(candidate -> candidate.personId())
        .containsExactlyElementsOf(expected.stream().map(Found::person).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(result.candidates().get(i).score().value())
          .isCloseTo(
              NaiveGallery.score(ModelVersion.V3_0, expected.get(i).similarity()).value(),
              within(1e-3));
    }
  }

  private void compareAll() throws GalleryException {
    List<Group> groups = gallery.groups(ACCOUNT, 0, 1000).items();
    assertThat(groups).extracting(Group::id).containsExactlyElementsOf(naive.groups.keySet());
    for (Group group : groups) {
      NaiveGroup expected = naive.groups.get(group.id());
      assertThat(group.name()).isEqualTo(expected.name);
      assertThat(group.fieldNames()).isEqualTo(expected.fields);
      Map<PersonId, NaivePerson> members = naive.members(List.of(group.id()));
      assertThat(gallery.groupSize(ACCOUNT, group.id()))
          .isEqualTo(new GroupSize(members.size(), naive.faceCount(group.id())));
      Page<Member> page = gallery.persons(ACCOUNT, group.id(), 0, 1000);
      assertThat(page.total()).isEqualTo(members.size());
      assertThat(page.items())
          .extracting(member -> member.person().id())
          .containsExactlyElementsOf(members.keySet());
      for (Member member : page.items()) {
        NaivePerson person = members.get(member.person().id());
        assertThat(member.values()).isEqualTo(person.values.get(group.id()));
        assertThat(member.person().name()).isEqualTo(person.name);
        assertThat(member.person().modelVersion()).isEqualTo(person.version);
        assertThat(member.person().faceIds()).containsExactlyElementsOf(person.faces.keySet());
      }
    }
    for (PersonId id : naive.persons.keySet()) {
      assertThat(gallery.personMemberships(ACCOUNT, id, 0, 100).items())
          .extracting(Membership::groupId)
          .containsExactlyInAnyOrderElementsOf(naive.persons.get(id).values.keySet());
    }
  }

  private void same(Call<String> real, Call<String> expected) {
    String said = outcome(real);
    assertThat(said).isEqualTo(outcome(expected));
    assertThat(naive.givenFaceIds).isEmpty();
  }

  private String outcome(Call<String> call) {
    try {
      return call.run();
    } catch (GalleryException e) {
      met.add(e.error());
      return e.error().name();
    }
  }

  private interface Action {
    void run() throws GalleryException;
  }

  private static String done(Action action) throws GalleryException {
    action.run();
    return "done";
  }

  private GroupId groupId() {
    return new GroupId("g" + random.nextInt(7));
  }

  private List<GroupId> groupIds() {
    return Stream.generate(this::groupId).limit(1 + random.nextInt(2)).toList();
  }

  /** Every third id always names a group of the old version. */
  private static ModelVersion wantedVersion(GroupId id) {
    return id.value().charAt(1) % 3 == 0 ? ModelVersion.V2_0 : ModelVersion.V3_0;
  }

  private ModelVersion version(GroupId id) {
    return Optional.ofNullable(naive.groups.get(id)).map(g -> g.version).orElse(wantedVersion(id));
  }

  /** Now and then of one version only. */
  private FaceTemplates templates(ModelVersion version) {
    Map<ModelVersion, Template> templates = new EnumMap<>(ModelVersion.class);
    for (ModelVersion each : ModelVersion.values()) {
      if (each == version || random.nextInt(6) > 0) {
        templates.put(each, template(each));
      }
    }
    return new FaceTemplates(templates, quality(templates.values()), Optional.empty());
  }

  /** Any, now and then unknown; the same for the same faces. */
  private static Quality quality(Collection<Template> templates) {
    int number = Math.floorMod(List.copyOf(templates).hashCode(), 5 * Quality.SCORE_MAX / 4);
    return number > Quality.SCORE_MAX ? Quality.UNKNOWN : Quality.of(number);
  }

  private String name() {
    return "name " + random.nextInt(8);
  }

  private PersonId personId() {
    return new PersonId("p" + random.nextInt(16));
  }

  private List<IndexedText> values() {
    return random.nextInt(3) == 0
        ? List.of(new IndexedText(random.nextInt(3), random.nextBoolean() ? "" : "text"))
        : List.of();
  }

  /** One of few persons' faces, now and then exactly the same face again. */
  private Template template(ModelVersion version) {
    String embedder = version == ModelVersion.V2_0 ? OLD_EMBEDDER : NEW_EMBEDDER;
    Template identity = GalleryFixture.template(embedder, random.nextInt(6));
    return random.nextInt(3) == 0
        ? identity
        : GalleryFixture.near(identity, 0.5 + random.nextDouble() / 2, random.nextInt(1000));
  }
}
