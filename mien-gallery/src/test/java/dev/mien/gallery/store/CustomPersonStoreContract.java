package dev.mien.gallery.store;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.OTHER_ACCOUNT;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.Change;
import dev.mien.gallery.CustomCategory;
import dev.mien.gallery.CustomChange;
import dev.mien.gallery.CustomGroup;
import dev.mien.gallery.CustomImage;
import dev.mien.gallery.CustomPerson;
import dev.mien.gallery.CustomPersonFilter;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryStore;
import dev.mien.gallery.Gender;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.Membership;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Page;
import dev.mien.gallery.PageRange;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.Quality;
import dev.mien.gallery.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every gallery store must do for custom persons. */
abstract class CustomPersonStoreContract {
  private static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final PageRange EVERYBODY = new PageRange(0, 1000);
  private static final GroupId GROUP = new GroupId("custom");
  private static final CustomCategory STARS = new CustomCategory(1, "明星", "");
  private static final CustomCategory SINGERS = new CustomCategory(2, "明星", "歌手");
  private static final CustomCategory DOCTORS = new CustomCategory(7, "Doctors', \"all\"", "");

  /** An empty store, which the test need not close. */
  abstract GalleryStore store();

  private GalleryStore storeWithLibrary() {
    GalleryStore store = store();
    store.apply(ACCOUNT, library("bucket.example.com", STARS, SINGERS, DOCTORS));
    return store;
  }

  private static List<Change> library(String bucket, CustomCategory... categories) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.GroupAdded(
            new Group(GROUP, "Custom", List.of(), "", ModelVersion.V3_0, THEN, THEN)));
    changes.add(new Change.OfCustomPersons(new CustomChange.GroupMade(GROUP, bucket)));
    for (CustomCategory category : categories) {
      changes.add(new Change.OfCustomPersons(new CustomChange.CategoryAdded(category)));
    }
    return changes;
  }

  private static FaceId face(long number) {
    return new FaceId(FaceId.MIN + number);
  }

  private static Change faceAdded(String id, long number) {
    return new Change.FaceAdded(
        new PersonId(id), new Face(face(number), template(number), Quality.of(90), THEN));
  }

  private static Change put(String id, String name, CustomCategory category, int second) {
    return new Change.OfCustomPersons(
        new CustomChange.PersonPut(
            new PersonId(id), name, "about " + id, category.number(), THEN.plusSeconds(second)));
  }

  private static CustomImage image(long number) {
    return new CustomImage("image-" + number, "media-" + number, face(number));
  }

  private static Change imageAdded(String id, long number) {
    return new Change.OfCustomPersons(new CustomChange.ImageAdded(new PersonId(id), image(number)));
  }

  private static List<Change> enrolled(String id, CustomCategory category, int second, long face) {
    PersonId person = new PersonId(id);
    return List.of(
        new Change.PersonAdded(person, "Name", Gender.UNSPECIFIED, ModelVersion.V3_0, THEN),
        new Change.MembershipAdded(person, new Membership(GROUP, List.of())),
        faceAdded(id, face),
        put(id, "Name", category, second),
        imageAdded(id, face));
  }

  private static Optional<CustomPerson> person(GalleryStore store, String id) {
    return store.customPersons().person(ACCOUNT, new PersonId(id));
  }

  private static List<String> ids(
      GalleryStore store, CustomPersonFilter filter, boolean newestFirst) {
    return store.customPersons().persons(ACCOUNT, filter, newestFirst, EVERYBODY).items().stream()
        .map(person -> person.id().value())
        .toList();
  }

  private static void change(GalleryStore store, CustomChange change) {
    store.apply(ACCOUNT, List.of(new Change.OfCustomPersons(change)));
  }

  private static void refuses(GalleryStore store, Change... changes) {
    assertThatThrownBy(() -> store.apply(ACCOUNT, List.of(changes)))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void an_empty_store_has_nothing() {
    GalleryStore store = store();
    assertThat(store.customPersons().group(ACCOUNT)).isEmpty();
    assertThat(store.customPersons().categories(ACCOUNT)).isEmpty();
    assertThat(store.customPersons().lastCategory(ACCOUNT)).isZero();
    assertThat(store.customPersons().count(ACCOUNT)).isZero();
    assertThat(person(store, "p")).isEmpty();
    assertThat(store.customPersons().knowsMedia(ACCOUNT, "media-1")).isFalse();
    assertThat(store.customPersons().persons(ACCOUNT, CustomPersonFilter.ALL, true, EVERYBODY))
        .isEqualTo(new Page<>(List.of(), 0));
  }

  @Test
  void what_was_added_is_found_as_it_was() {
    GalleryStore store = storeWithLibrary();
    store.apply(ACCOUNT, enrolled("p", SINGERS, 0, 1));
    store.apply(ACCOUNT, List.of(faceAdded("p", 2), imageAdded("p", 2)));
    assertThat(store.customPersons().group(ACCOUNT))
        .contains(new CustomGroup("bucket.example.com"));
    assertThat(store.customPersons().categories(ACCOUNT)).containsExactly(STARS, SINGERS, DOCTORS);
    assertThat(person(store, "p"))
        .contains(
            new CustomPerson(
                new PersonId("p"), "Name", "about p", SINGERS, List.of(image(1), image(2)), THEN));
    assertThat(store.customPersons().count(ACCOUNT)).isEqualTo(1);
    assertThat(store.customPersons().knowsMedia(ACCOUNT, "media-2")).isTrue();
    assertThat(store.customPersons().isReferred(ACCOUNT, SINGERS.number())).isTrue();
    assertThat(store.customPersons().isReferred(ACCOUNT, STARS.number())).isFalse();
  }

  @Test
  void accounts_do_not_see_each_other() {
    GalleryStore store = storeWithLibrary();
    store.apply(OTHER_ACCOUNT, library("other.example.com", STARS));
    store.apply(ACCOUNT, enrolled("p", STARS, 0, 1));
    AccountId other = OTHER_ACCOUNT;
    assertThat(store.customPersons().person(other, new PersonId("p"))).isEmpty();
    assertThat(store.customPersons().count(other)).isZero();
    assertThat(
            store.customPersons().persons(other, CustomPersonFilter.ALL, true, EVERYBODY).total())
        .isZero();
    assertThat(store.customPersons().knowsMedia(other, "media-1")).isFalse();
    assertThat(store.customPersons().categories(other)).containsExactly(STARS);
    assertThat(store.customPersons().isReferred(other, STARS.number())).isFalse();
    assertThat(store.customPersons().group(other)).contains(new CustomGroup("other.example.com"));
  }

  @Test
  void categories_change_and_go_and_their_numbers_are_never_given_twice() {
    GalleryStore store = storeWithLibrary();
    change(store, new CustomChange.CategoryChanged(new CustomCategory(2, "明星", "演员")));
    change(store, new CustomChange.CategoryRemoved(7));
    assertThat(store.customPersons().categories(ACCOUNT))
        .containsExactly(STARS, new CustomCategory(2, "明星", "演员"));
    assertThat(store.customPersons().lastCategory(ACCOUNT)).isEqualTo(7);
  }

  @Test
  void persons_are_listed_by_age_in_parts_and_through_a_filter() {
    GalleryStore store = storeWithLibrary();
    store.apply(ACCOUNT, enrolled("b", SINGERS, 0, 1));
    store.apply(ACCOUNT, enrolled("a", STARS, 5, 2));
    store.apply(ACCOUNT, enrolled("c", DOCTORS, 5, 3));
    store.apply(ACCOUNT, List.of(put("a", "张三", STARS, 99)));
    CustomPersonFilter all = CustomPersonFilter.ALL;
    assertThat(ids(store, all, true)).containsExactly("c", "a", "b");
    assertThat(ids(store, all, false)).containsExactly("b", "a", "c");
    Page<CustomPerson> part =
        store.customPersons().persons(ACCOUNT, all, false, new PageRange(1, 1));
    assertThat(part.total()).isEqualTo(3);
    assertThat(part.items()).extracting(person -> person.id().value()).containsExactly("a");
    assertThat(ids(store, filter(Optional.of("张三"), Set.of(), Set.of(), Set.of()), true))
        .containsExactly("a");
    assertThat(ids(store, filter(Optional.empty(), Set.of(2L, 7L), Set.of(), Set.of()), true))
        .containsExactly("c", "b");
    assertThat(
            ids(
                store,
                filter(Optional.empty(), Set.of(), Set.of("a", "b,c", "x'"), Set.of()),
                true))
        .containsExactly("a");
    assertThat(ids(store, filter(Optional.empty(), Set.of(), Set.of(), Set.of("明星", "%")), true))
        .containsExactly("a", "b");
    assertThat(
            ids(
                store,
                filter(Optional.of("Name"), Set.of(7L), Set.of("c", "b"), Set.of(DOCTORS.first())),
                true))
        .containsExactly("c");
    assertThat(ids(store, filter(Optional.empty(), Set.of(3L), Set.of(), Set.of()), true))
        .isEmpty();
  }

  private static CustomPersonFilter filter(
      Optional<String> name, Set<Long> categories, Set<String> ids, Set<String> firstLevels) {
    return new CustomPersonFilter(name, categories, ids, firstLevels);
  }

  @Test
  void persons_pictures_and_the_library_go_with_what_the_gallery_removes() {
    GalleryStore store = storeWithLibrary();
    store.apply(ACCOUNT, enrolled("p", STARS, 0, 1));
    store.apply(ACCOUNT, enrolled("q", STARS, 0, 2));
    store.apply(ACCOUNT, List.of(faceAdded("q", 3), imageAdded("q", 3)));
    store.apply(ACCOUNT, List.of(new Change.PersonRemoved(new PersonId("p"))));
    assertThat(person(store, "p")).isEmpty();
    assertThat(store.customPersons().knowsMedia(ACCOUNT, "media-1")).isFalse();
    store.apply(ACCOUNT, List.of(new Change.FaceRemoved(new PersonId("q"), face(2))));
    assertThat(person(store, "q").orElseThrow().images()).containsExactly(image(3));
    store.apply(
        ACCOUNT,
        List.of(new Change.PersonRemoved(new PersonId("q")), put("q", "Still here", STARS, 0)));
    assertThat(person(store, "q").orElseThrow().images()).isEmpty();
    store.apply(ACCOUNT, List.of(new Change.GroupRemoved(GROUP)));
    assertThat(store.customPersons().group(ACCOUNT)).isEmpty();
    assertThat(store.customPersons().count(ACCOUNT)).isZero();
    assertThat(store.customPersons().categories(ACCOUNT)).hasSize(3);
  }

  @Test
  void a_name_that_the_gallery_changes_is_the_custom_persons_name() {
    GalleryStore store = storeWithLibrary();
    store.apply(ACCOUNT, enrolled("p", STARS, 0, 1));
    store.apply(
        ACCOUNT, List.of(new Change.PersonChanged(new PersonId("p"), "Renamed", Gender.MALE)));
    assertThat(person(store, "p").orElseThrow().name()).isEqualTo("Renamed");
  }

  @Test
  void a_person_can_be_taken_out_of_the_library_alone() {
    GalleryStore store = storeWithLibrary();
    store.apply(ACCOUNT, enrolled("p", STARS, 0, 1));
    change(store, new CustomChange.PersonRemoved(new PersonId("p")));
    assertThat(person(store, "p")).isEmpty();
    assertThat(store.person(ACCOUNT, new PersonId("p"))).isPresent();
  }

  @Test
  void what_does_not_fit_is_refused_as_a_whole() {
    GalleryStore store = storeWithLibrary();
    store.apply(ACCOUNT, enrolled("p", STARS, 0, 1));
    Change good = put("new", "New", STARS, 0);
    refuses(store, good, new Change.OfCustomPersons(new CustomChange.CategoryRemoved(99)));
    refuses(store, good, new Change.OfCustomPersons(new CustomChange.CategoryRemoved(1)));
    refuses(store, good, new Change.OfCustomPersons(new CustomChange.CategoryAdded(STARS)));
    refuses(
        store,
        good,
        new Change.OfCustomPersons(
            new CustomChange.CategoryChanged(new CustomCategory(2, "明星", ""))));
    refuses(store, good, put("x", "X", new CustomCategory(3, "none", ""), 0));
    refuses(store, good, imageAdded("p", 9));
    refuses(store, good, imageAdded("nobody", 1));
    refuses(store, good, imageAdded("p", 1));
    refuses(
        store,
        good,
        new Change.OfCustomPersons(new CustomChange.PersonRemoved(new PersonId("nobody"))));
    refuses(store, good, new Change.OfCustomPersons(new CustomChange.GroupMade(GROUP, "again")));
    assertThat(ids(store, CustomPersonFilter.ALL, true)).containsExactly("p");
    assertThat(store.customPersons().categories(ACCOUNT)).containsExactly(STARS, SINGERS, DOCTORS);
  }

  @Test
  void nobody_is_in_a_library_that_does_not_exist() {
    GalleryStore store = store();
    change(store, new CustomChange.CategoryAdded(STARS));
    refuses(store, put("p", "P", STARS, 0));
    refuses(store, new Change.OfCustomPersons(new CustomChange.GroupMade(GROUP, "bucket")));
  }
}
