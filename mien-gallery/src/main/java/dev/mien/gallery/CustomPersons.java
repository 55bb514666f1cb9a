package dev.mien.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Persons with a category, a remark and pictures: a library of which every account has one at most.
 * They are the persons of the group {@link #GROUP}, so every search and every rule of the gallery
 * is theirs as well; docs/adr/0007 says what follows from that. Thread-safe, as the {@link Gallery}
 * is, with the same promises.
 *
 * <p>Pictures are kept elsewhere. Whoever adds one has kept it before; whoever removes one forgets
 * it afterwards.
 */
public final class CustomPersons {
  /** The group that has them. */
  public static final GroupId GROUP = new GroupId("ivld-custom-persons");

  private static final String GROUP_NAME = "IVLD custom persons";

  private final GalleryContext context;
  private final CustomPersonStore store;
  private final CustomCategories categories;
  private final CustomImages images;
  private final CustomIds ids = new CustomIds();

  CustomPersons(GalleryContext context, PersonOperations persons, FaceOperations faces) {
    this.context = context;
    this.store = context.store.customPersons();
    this.categories = new CustomCategories(context);
    this.images = new CustomImages(context, this, persons, faces, ids);
  }

  /** The categories that they are of. */
  public CustomCategories categories() {
    return categories;
  }

  /**
   * Creates the account's library. A group {@link #GROUP} that the account has already becomes it,
   * with the persons in it, who are no custom persons but count as similar ones.
   */
  public CustomGroup createGroup(AccountId account, String bucket) throws GalleryException {
    AccountState state = context.state(account);
    return state.whileNobodyWrites(
        () -> {
          if (store.group(account).isPresent()) {
            throw new GalleryException(GalleryError.CUSTOM_GROUP_EXISTS, account);
          }
          List<Change> changes = new ArrayList<>(missingGroup(account));
          changes.add(new Change.OfCustomPersons(new CustomChange.GroupMade(GROUP, bucket)));
          state.commit(changes);
          return new CustomGroup(bucket);
        });
  }

  private List<Change> missingGroup(AccountId account) throws GalleryException {
    if (context.store.group(account, GROUP).isPresent()) {
      context.group(account, GROUP); // refuses one that is being deleted
      return List.of();
    }
    if (context.store.groupNamed(account, GROUP_NAME).isPresent()) {
      throw new GalleryException(GalleryError.GROUP_NAME_EXISTS, GROUP_NAME);
    }
    long max = context.limits.groupsPerAccount();
    if (context.store.groups(account, new PageRange(0, 0)).total() >= max) {
      throw new GalleryException(GalleryError.GROUPS_TOO_MANY, GROUP, max);
    }
    Group group =
        new Group(
            GROUP, GROUP_NAME, List.of(), "", ModelVersion.V3_0, context.now(), context.now());
    return List.of(new Change.GroupAdded(group));
  }

  /** The account's library; without one it is {@link GalleryError#CUSTOM_GROUP_NOT_FOUND}. */
  public CustomGroup group(AccountId account) throws GalleryException {
    return store
        .group(account)
        .orElseThrow(() -> new GalleryException(GalleryError.CUSTOM_GROUP_NOT_FOUND, account));
  }

  /** How many custom persons the account has. */
  public long count(AccountId account) {
    return store.count(account);
  }

  /** A custom person; an unknown one is {@link GalleryError#CUSTOM_PERSON_NOT_FOUND}. */
  public CustomPerson person(AccountId account, PersonId id) throws GalleryException {
    return store
        .person(account, id)
        .orElseThrow(() -> new GalleryException(GalleryError.CUSTOM_PERSON_NOT_FOUND, id));
  }

  /** A part of the account's custom persons, by creation; behind the last one there are none. */
  public Page<CustomPerson> persons(
      AccountId account, CustomPersonFilter filter, boolean newestFirst, PageRange range) {
    return store.persons(account, filter, newestFirst, range);
  }

  /** Refuses a person that could not be created, before work is done for it. */
  public void requireRoomFor(AccountId account, String name, long category)
      throws GalleryException {
    TextRules.PERSON_NAME.check(name);
    group(account);
    categories.require(account, category);
    long max = context.limits.customs().personsPerAccount();
    if (store.count(account) >= max) {
      throw new GalleryException(GalleryError.CUSTOM_PERSONS_TOO_MANY, account, max);
    }
  }

  /**
   * Creates a person with a first picture, unless somebody in the library looks the same: that is
   * {@link GalleryError#FACE_OF_ANOTHER}.
   */
  public CustomPerson create(AccountId account, NewCustomPerson wanted) throws GalleryException {
    AccountState state = context.state(account);
    PersonId id = ids.newPerson(candidate -> isTaken(account, candidate));
    return state.changing(
        id,
        () -> {
          requireRoomFor(account, wanted.name(), wanted.category());
          if (isTaken(account, id)) {
            throw new GalleryException(GalleryError.PERSON_ID_EXISTS, id);
          }
          CustomChange.PersonPut details =
              new CustomChange.PersonPut(
                  id, wanted.name(), wanted.basicInfo(), wanted.category(), context.now());
          images.enrol(account, details, wanted.face(), wanted.media());
          return person(account, id);
        });
  }

  private boolean isTaken(AccountId account, PersonId id) {
    return context.store.person(account, id).isPresent() || store.person(account, id).isPresent();
  }

  /** Changes a person's name, remark and category. */
  public CustomPerson change(AccountId account, CustomPersonChange wanted) throws GalleryException {
    if (wanted.name().isPresent()) {
      TextRules.PERSON_NAME.check(wanted.name().get());
    }
    AccountState state = context.state(account);
    return state.changing(
        wanted.id(),
        () -> {
          CustomPerson before = person(account, wanted.id());
          long category = wanted.category().orElse(before.category().number());
          categories.require(account, category);
          String name = wanted.name().orElse(before.name());
          List<Change> changes = new ArrayList<>();
          Optional<Person> enrolled = context.store.person(account, wanted.id());
          enrolled.ifPresent(
              person -> changes.add(new Change.PersonChanged(person.id(), name, person.gender())));
          changes.add(
              new Change.OfCustomPersons(
                  new CustomChange.PersonPut(
                      before.id(),
                      name,
                      wanted.basicInfo().orElse(before.basicInfo()),
                      category,
                      before.createdAt())));
          state.commit(changes);
          return person(account, wanted.id());
        });
  }

  /**
   * Removes a person from the library and the gallery.
   *
   * @return the person as it was
   */
  public CustomPerson delete(AccountId account, PersonId id) throws GalleryException {
    AccountState state = context.state(account);
    return state.changing(
        id,
        () -> {
          CustomPerson person = person(account, id);
          List<Change> changes = new ArrayList<>();
          changes.add(new Change.OfCustomPersons(new CustomChange.PersonRemoved(id)));
          if (context.store.person(account, id).isPresent()) {
            changes.add(new Change.PersonRemoved(id));
          }
          state.commit(changes);
          return person;
        });
  }

  /** Refuses a picture that could not be added, before work is done for it. */
  public void requireRoomForImage(AccountId account, PersonId id) throws GalleryException {
    group(account);
    images.requireRoom(person(account, id));
  }

  /**
   * Gives a person one more picture. The face must resemble the person's ({@link
   * GalleryError#FACE_OF_NOBODY}) and not be another's ({@link GalleryError#FACE_OF_ANOTHER}).
   */
  public CustomImage addImage(AccountId account, PersonId id, FaceTemplates face, String media)
      throws GalleryException {
    return images.add(account, id, face, media);
  }

  /**
   * Removes a picture of a person, and the face that was made of it. A person may be left without
   * any: then it is none of the gallery's until it has one again.
   *
   * @return the picture
   */
  public CustomImage deleteImage(AccountId account, PersonId id, String imageId)
      throws GalleryException {
    return images.delete(account, id, imageId);
  }

  /** Whether a picture of the account is kept under this. */
  public boolean knowsMedia(AccountId account, String media) {
    return store.knowsMedia(account, media);
  }
}
