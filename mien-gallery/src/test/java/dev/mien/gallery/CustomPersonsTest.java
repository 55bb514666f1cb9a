package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.OTHER_ACCOUNT;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.near;
import static dev.mien.gallery.GalleryFixture.newPerson;
import static dev.mien.gallery.GalleryFixture.template;
import static dev.mien.gallery.GalleryFixture.templates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.CustomCategories.Texts;
import dev.mien.gallery.store.InMemoryGalleryStore;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of custom persons; similarities as in {@link GalleryFixture}. */
class CustomPersonsTest {
  private static final PageRange FIRST_PAGE = new PageRange(0, 50);

  private final GalleryStore store = new InMemoryGalleryStore();
  private Gallery gallery;
  private CustomPersons custom;
  private long stars;

  @BeforeEach
  void open() throws GalleryException {
    GalleryLimits all = GalleryLimits.defaults();
    GalleryLimits limits =
        new GalleryLimits(
            2,
            all.facesPerAccount(),
            all.facesPerGroup(),
            all.fieldsPerGroup(),
            all.groupsPerPerson(),
            all.facesPerPerson(),
            all.facesPerUpload(),
            all.enrolments(),
            new GalleryLimits.Customs(3, 2, 4),
            all.searches(),
            all.pages());
    gallery = gallery(store, limits);
    custom = gallery.customPersons();
    custom.createGroup(ACCOUNT, "bucket");
    stars = custom.categories().create(ACCOUNT, new Texts("stars", "")).number();
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private CustomPerson create(String name, Template face) throws GalleryException {
    return custom.create(
        ACCOUNT, new NewCustomPerson(name, "info", stars, templates(face), "media of " + name));
  }

  private static void refused(GalleryError error, Object value, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GalleryException.class,
            e -> {
              assertThat(e.error()).isEqualTo(error);
              assertThat(e.value()).isEqualTo(value.toString());
            });
  }

  private List<PersonId> found(Template probe) throws GalleryException {
    return gallery
        .searchFaces(ACCOUNT, List.of(CustomPersons.GROUP), probe, best(1))
        .candidates()
        .stream()
        .map(Candidate::personId)
        .toList();
  }

  @Test
  void an_account_has_one_library() {
    refused(
        GalleryError.CUSTOM_GROUP_EXISTS, ACCOUNT, () -> custom.createGroup(ACCOUNT, "another"));
    refused(GalleryError.CUSTOM_GROUP_NOT_FOUND, OTHER_ACCOUNT, () -> custom.group(OTHER_ACCOUNT));
    refused(
        GalleryError.CUSTOM_GROUP_NOT_FOUND,
        OTHER_ACCOUNT,
        () -> custom.requireRoomFor(OTHER_ACCOUNT, "Ann", stars));
  }

  @Test
  void a_group_of_the_reserved_id_becomes_the_library_and_its_name_may_not_be_taken()
      throws GalleryException {
    gallery.createGroup(OTHER_ACCOUNT, GalleryFixture.newGroup(CustomPersons.GROUP.value()));
    assertThat(custom.createGroup(OTHER_ACCOUNT, "b")).isEqualTo(new CustomGroup("b"));
    AccountId third = new AccountId(1_300_000_003L);
    gallery.createGroup(
        third,
        new NewGroup(new GroupId("g"), "IVLD custom persons", List.of(), "", ModelVersion.V3_0));
    refused(
        GalleryError.GROUP_NAME_EXISTS,
        "IVLD custom persons",
        () -> custom.createGroup(third, "b"));
    gallery.deleteGroup(third, new GroupId("g"));
    gallery.createGroup(third, GalleryFixture.newGroup("g"));
    gallery.createGroup(third, GalleryFixture.newGroup("h"));
    refused(
        GalleryError.GROUPS_TOO_MANY, CustomPersons.GROUP, () -> custom.createGroup(third, "b"));
  }

  @Test
  void a_custom_person_is_a_person_of_the_gallery() throws GalleryException {
    CustomPerson ann = create("Ann", template(1));
    assertThat(ann.id().value()).matches("person-[0-9A-Za-z]{8}");
    assertThat(ann.images()).hasSize(1);
    assertThat(ann.images().getFirst().id())
        .matches("image-" + ann.id().value().substring(7) + "-[0-9A-Za-z]{4}");
    assertThat(found(template(1))).containsExactly(ann.id());
    assertThat(gallery.person(ACCOUNT, ann.id()).name()).isEqualTo("Ann");
    assertThat(custom.person(ACCOUNT, ann.id())).isEqualTo(ann);
    assertThat(custom.knowsMedia(ACCOUNT, "media of Ann")).isTrue();
    refused(
        GalleryError.CUSTOM_PERSON_NOT_FOUND,
        ann.id(),
        () -> custom.person(OTHER_ACCOUNT, ann.id()));
  }

  @Test
  void whoever_looks_like_somebody_in_the_library_is_not_created() throws GalleryException {
    CustomPerson ann = create("Ann", template(1));
    // 1 face: a rate of 1e-3 is similarity 0.6.
    refused(
        GalleryError.FACE_OF_ANOTHER, ann.id(), () -> create("Twin", near(template(1), 0.62, 2)));
    assertThat(custom.count(ACCOUNT)).isEqualTo(1);
    create("Sister", near(template(1), 0.58, 2));
    assertThat(custom.count(ACCOUNT)).isEqualTo(2);
  }

  @Test
  void iai_persons_of_the_group_count_as_similar_ones() throws GalleryException {
    gallery.createPerson(
        ACCOUNT, newPerson("iai", CustomPersons.GROUP.value(), template(1)), Optional.empty());
    refused(GalleryError.FACE_OF_ANOTHER, "iai", () -> create("Ann", template(1)));
  }

  @Test
  void there_is_a_limit_of_persons_and_a_person_needs_a_category() throws GalleryException {
    refused(
        GalleryError.CATEGORY_NOT_FOUND,
        99,
        () ->
            custom.create(ACCOUNT, new NewCustomPerson("X", "", 99, templates(template(9)), "m")));
    for (int i = 1; i <= 3; i++) {
      create("P" + i, template(i));
    }
    refused(GalleryError.CUSTOM_PERSONS_TOO_MANY, ACCOUNT, () -> create("P4", template(4)));
  }

  @Test
  void a_further_picture_must_show_the_person_and_nobody_else() throws GalleryException {
    PersonId ann = create("Ann", template(1)).id();
    PersonId bea = create("Bea", template(2)).id();
    refused(
        GalleryError.FACE_OF_NOBODY,
        ann,
        () -> custom.addImage(ACCOUNT, ann, templates(near(template(1), 0.55, 5)), "m"));
    refused(
        GalleryError.FACE_OF_ANOTHER,
        bea,
        () -> custom.addImage(ACCOUNT, ann, templates(near(template(2), 0.9, 5)), "m"));
    CustomImage second =
        custom.addImage(ACCOUNT, ann, templates(near(template(1), 0.65, 5)), "second");
    assertThat(custom.person(ACCOUNT, ann).images()).hasSize(2).contains(second);
    refused(
        GalleryError.CUSTOM_IMAGES_TOO_MANY, ann, () -> custom.requireRoomForImage(ACCOUNT, ann));
    refused(
        GalleryError.CUSTOM_IMAGES_TOO_MANY,
        ann,
        () -> custom.addImage(ACCOUNT, ann, templates(template(1)), "m"));
  }

  @Test
  void more_pictures_than_iai_allows_faces_are_possible() throws GalleryException {
    try (Gallery usual = gallery(new InMemoryGalleryStore())) {
      CustomPersons library = usual.customPersons();
      library.createGroup(ACCOUNT, "bucket");
      long category = library.categories().create(ACCOUNT, new Texts("stars", "")).number();
      PersonId ann =
          library
              .create(
                  ACCOUNT, new NewCustomPerson("Ann", "", category, templates(template(1)), "0"))
              .id();
      for (int i = 1; i < 10; i++) {
        library.addImage(ACCOUNT, ann, templates(near(template(1), 0.9, i)), "" + i);
      }
      assertThat(usual.person(ACCOUNT, ann).faceIds()).hasSize(10);
      refused(
          GalleryError.CUSTOM_IMAGES_TOO_MANY,
          ann,
          () -> library.addImage(ACCOUNT, ann, templates(template(1)), "10"));
    }
  }

  @Test
  void without_pictures_a_person_is_none_of_the_gallery_until_it_has_one_again()
      throws GalleryException {
    CustomPerson ann = create("Ann", template(1));
    String image = ann.images().getFirst().id();
    refused(
        GalleryError.CUSTOM_IMAGE_NOT_FOUND,
        "image-x",
        () -> custom.deleteImage(ACCOUNT, ann.id(), "image-x"));
    assertThat(custom.deleteImage(ACCOUNT, ann.id(), image).media()).isEqualTo("media of Ann");
    assertThat(custom.person(ACCOUNT, ann.id()).images()).isEmpty();
    refused(GalleryError.PERSON_NOT_FOUND, ann.id(), () -> gallery.person(ACCOUNT, ann.id()));
    CustomPerson bea = create("Bea", template(2));
    refused(
        GalleryError.FACE_OF_ANOTHER,
        bea.id(),
        () -> custom.addImage(ACCOUNT, ann.id(), templates(template(2)), "m"));
    custom.addImage(ACCOUNT, ann.id(), templates(template(3)), "again");
    assertThat(found(template(3))).containsExactly(ann.id());
    assertThat(custom.person(ACCOUNT, ann.id()).createdAt()).isEqualTo(ann.createdAt());
    gallery.deletePerson(ACCOUNT, ann.id());
    refused(GalleryError.CUSTOM_PERSON_NOT_FOUND, ann.id(), () -> custom.person(ACCOUNT, ann.id()));
  }

  @Test
  void what_is_done_through_the_gallery_holds_here_too() throws GalleryException {
    CustomPerson ann = create("Ann", template(1));
    custom.addImage(ACCOUNT, ann.id(), templates(near(template(1), 0.9, 3)), "second");
    gallery.deleteFaces(ACCOUNT, ann.id(), List.of(ann.images().getFirst().faceId()));
    assertThat(custom.person(ACCOUNT, ann.id()).images())
        .extracting(CustomImage::media)
        .containsExactly("second");
    gallery.deleteGroup(ACCOUNT, CustomPersons.GROUP);
    refused(GalleryError.CUSTOM_GROUP_NOT_FOUND, ACCOUNT, () -> custom.group(ACCOUNT));
    assertThat(custom.count(ACCOUNT)).isZero();
  }

  @Test
  void names_remarks_and_categories_change() throws GalleryException {
    CustomPerson ann = create("Ann", template(1));
    long doctors = custom.categories().create(ACCOUNT, new Texts("doctors", "")).number();
    custom.change(
        ACCOUNT,
        new CustomPersonChange(
            ann.id(), Optional.of("Anna"), Optional.empty(), OptionalLong.of(doctors)));
    CustomPerson changed =
        custom.change(
            ACCOUNT,
            new CustomPersonChange(
                ann.id(), Optional.empty(), Optional.of("new info"), OptionalLong.empty()));
    assertThat(changed.name()).isEqualTo("Anna");
    assertThat(changed.basicInfo()).isEqualTo("new info");
    assertThat(changed.category().first()).isEqualTo("doctors");
    assertThat(changed.images()).isEqualTo(ann.images());
    assertThat(gallery.person(ACCOUNT, ann.id()).name()).isEqualTo("Anna");
    refused(
        GalleryError.CATEGORY_NOT_FOUND,
        99,
        () ->
            custom.change(
                ACCOUNT,
                new CustomPersonChange(
                    ann.id(), Optional.of("Z"), Optional.empty(), OptionalLong.of(99))));
    assertThat(custom.person(ACCOUNT, ann.id()).name()).isEqualTo("Anna");
  }

  @Test
  void a_deleted_person_is_gone_everywhere() throws GalleryException {
    CustomPerson ann = create("Ann", template(1));
    assertThat(custom.delete(ACCOUNT, ann.id())).isEqualTo(ann);
    assertThat(custom.persons(ACCOUNT, CustomPersonFilter.ALL, true, FIRST_PAGE).total()).isZero();
    refused(GalleryError.PERSON_NOT_FOUND, ann.id(), () -> gallery.person(ACCOUNT, ann.id()));
    refused(GalleryError.CUSTOM_PERSON_NOT_FOUND, ann.id(), () -> custom.delete(ACCOUNT, ann.id()));
  }

  @Test
  void a_category_below_needs_the_one_above_and_no_two_are_the_same() throws GalleryException {
    CustomCategories categories = custom.categories();
    refused(
        GalleryError.CATEGORY_NOT_FOUND,
        "none",
        () -> categories.create(ACCOUNT, new Texts("none", "x")));
    refused(
        GalleryError.CATEGORY_EXISTS,
        "stars",
        () -> categories.create(ACCOUNT, new Texts("stars", "")));
    CustomCategory singers = categories.create(ACCOUNT, new Texts("stars", "singers"));
    refused(
        GalleryError.CATEGORY_EXISTS,
        "singers",
        () -> categories.create(ACCOUNT, new Texts("stars", "singers")));
    categories.create(ACCOUNT, new Texts("a", ""));
    categories.create(ACCOUNT, new Texts("b", ""));
    refused(
        GalleryError.CATEGORIES_TOO_MANY,
        ACCOUNT,
        () -> categories.create(ACCOUNT, new Texts("c", "")));
    refused(
        GalleryError.CATEGORIES_TOO_MANY,
        ACCOUNT,
        () -> categories.createMissing(ACCOUNT, List.of(new Texts("a", ""), new Texts("c", ""))));
    assertThat(categories.all(ACCOUNT)).hasSize(4).contains(singers);
    assertThat(categories.all(OTHER_ACCOUNT)).isEmpty();
  }

  @Test
  void only_missing_categories_of_a_list_are_created() throws GalleryException {
    CustomCategories categories = custom.categories();
    List<Texts> wanted = List.of(new Texts("stars", ""), new Texts("stars", "singers"));
    categories.createMissing(ACCOUNT, wanted);
    categories.createMissing(ACCOUNT, wanted);
    assertThat(categories.all(ACCOUNT))
        .containsExactly(
            new CustomCategory(stars, "stars", ""),
            new CustomCategory(stars + 1, "stars", "singers"));
  }

  @Test
  void a_category_is_renamed_with_all_below_it_and_never_changes_its_level()
      throws GalleryException {
    CustomCategories categories = custom.categories();
    long singers = categories.create(ACCOUNT, new Texts("stars", "singers")).number();
    long doctors = categories.create(ACCOUNT, new Texts("doctors", "")).number();
    categories.change(ACCOUNT, stars, new Texts("celebrities", ""));
    assertThat(categories.all(ACCOUNT))
        .contains(new CustomCategory(singers, "celebrities", "singers"));
    categories.change(ACCOUNT, singers, new Texts("doctors", "surgeons"));
    assertThat(categories.all(ACCOUNT))
        .contains(new CustomCategory(singers, "doctors", "surgeons"));
    categories.change(ACCOUNT, singers, new Texts("doctors", "surgeons"));
    refused(
        GalleryError.CATEGORY_LEVEL_CHANGED,
        singers,
        () -> categories.change(ACCOUNT, singers, new Texts("doctors", "")));
    refused(
        GalleryError.CATEGORY_LEVEL_CHANGED,
        doctors,
        () -> categories.change(ACCOUNT, doctors, new Texts("doctors", "x")));
    refused(
        GalleryError.CATEGORY_EXISTS,
        "doctors",
        () -> categories.change(ACCOUNT, stars, new Texts("doctors", "")));
    refused(
        GalleryError.CATEGORY_NOT_FOUND,
        "none",
        () -> categories.change(ACCOUNT, singers, new Texts("none", "surgeons")));
    refused(
        GalleryError.CATEGORY_NOT_FOUND,
        99,
        () -> categories.change(ACCOUNT, 99, new Texts("none", "")));
  }

  @Test
  void a_category_that_something_is_of_stays() throws GalleryException {
    CustomCategories categories = custom.categories();
    CustomPerson ann = create("Ann", template(1));
    refused(GalleryError.CATEGORY_REFERRED, stars, () -> categories.delete(ACCOUNT, stars));
    custom.delete(ACCOUNT, ann.id());
    long singers = categories.create(ACCOUNT, new Texts("stars", "singers")).number();
    refused(GalleryError.CATEGORY_REFERRED, stars, () -> categories.delete(ACCOUNT, stars));
    categories.delete(ACCOUNT, singers);
    categories.delete(ACCOUNT, stars);
    refused(GalleryError.CATEGORY_NOT_FOUND, stars, () -> categories.delete(ACCOUNT, stars));
    assertThat(categories.create(ACCOUNT, new Texts("stars", "")).number())
        .as("a number is never given twice")
        .isEqualTo(singers + 1);
  }
}
