package dev.mien.gallery;

import dev.mien.gallery.AccountIndex.Found;
import dev.mien.gallery.CustomChange.PersonPut;
import dev.mien.gallery.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How custom persons get and lose pictures; the methods are those of {@link CustomPersons}. */
final class CustomImages {
  /**
   * How sure it must be that a face is another person's before it is refused: a chance of 0.1 %
   * that a new person is taken for a known one, the second of the four steps that IAI offers.
   */
  private static final UniquenessRule DUPLICATE = new UniquenessRule(1e-3);

  /**
   * How alike a further picture must be to one that the person has: a false match rate of 0.1 %,
   * score 40 of version 3.0. The caller says whose picture it is, which need only be confirmed.
   */
  private static final double SAME_PERSON_RATE = 1e-3;

  private final GalleryContext context;
  private final CustomPersons customPersons;
  private final PersonOperations persons;
  private final FaceOperations faces;
  private final CustomIds ids;

  CustomImages(
      GalleryContext context,
      CustomPersons customPersons,
      PersonOperations persons,
      FaceOperations faces,
      CustomIds ids) {
    this.context = context;
    this.customPersons = customPersons;
    this.persons = persons;
    this.faces = faces;
    this.ids = ids;
  }

  /** Makes a person of the gallery with a first picture. Only while nobody else writes. */
  CustomImage enrol(AccountId account, PersonPut details, FaceTemplates templates, String media)
      throws GalleryException {
    AccountState state = context.state(account);
    Group group = context.group(account, CustomPersons.GROUP);
    Template template = template(account, templates, group.modelVersion());
    Capacity.of(context, account).requireFor(group, 1).requireInAccount(1);
    Optional<PersonId> similar = persons.similar(state, group, template, DUPLICATE);
    if (similar.isPresent()) {
      throw new GalleryException(GalleryError.FACE_OF_ANOTHER, similar.get());
    }
    Face face = context.newFace(template, templates.quality());
    PersonId id = details.id();
    CustomImage image = new CustomImage(ids.newImage(id, _ -> false), media, face.id());
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.PersonAdded(
            id, details.name(), Gender.UNSPECIFIED, group.modelVersion(), face.createdAt()));
    changes.add(
        new Change.MembershipAdded(
            id, new Membership(group.id(), Descriptions.emptyValues(group))));
    changes.add(new Change.FaceAdded(id, face));
    changes.addAll(templates.kept(id, face.id(), group.modelVersion()));
    changes.add(new Change.OfCustomPersons(details));
    changes.add(new Change.OfCustomPersons(new CustomChange.ImageAdded(id, image)));
    state.commit(changes);
    return image;
  }

  private Template template(AccountId account, FaceTemplates templates, ModelVersion version)
      throws GalleryException {
    Template template = context.template(templates, version);
    context.requireDimensions(account, template);
    return template;
  }

  void requireRoom(CustomPerson person) throws GalleryException {
    int max = context.limits.customs().imagesPerPerson();
    if (person.images().size() >= max) {
      throw new GalleryException(GalleryError.CUSTOM_IMAGES_TOO_MANY, person.id(), max);
    }
  }

  CustomImage add(AccountId account, PersonId id, FaceTemplates templates, String media)
      throws GalleryException {
    AccountState state = context.state(account);
    return state.changing(
        id,
        PersonClaims.Purpose.ADD_FACES,
        () -> {
          CustomPerson person = customPersons.person(account, id);
          requireRoom(person);
          if (context.store.person(account, id).isEmpty()) {
            return enrol(account, details(person), templates, media);
          }
          Group group = context.group(account, CustomPersons.GROUP);
          ModelVersion version = context.person(account, id).modelVersion();
          Template template = template(account, templates, version);
          Capacity.of(context, account).requireFor(group, 1).requireInAccount(1);
          requireFaceOf(account, id, group, template);
          Face face = context.newFace(template, templates.quality());
          CustomImage image =
              new CustomImage(
                  ids.newImage(
                      id, taken -> person.images().stream().anyMatch(of -> of.id().equals(taken))),
                  media,
                  face.id());
          List<Change> changes = new ArrayList<>();
          changes.add(new Change.FaceAdded(id, face));
          changes.addAll(templates.kept(id, face.id(), version));
          changes.add(new Change.OfCustomPersons(new CustomChange.ImageAdded(id, image)));
          state.commit(changes);
          return image;
        });
  }

  /** Refuses a face that is more likely another's, or not the person's at all. */
  private void requireFaceOf(AccountId account, PersonId id, Group group, Template template)
      throws GalleryException {
    AccountState state = context.state(account);
    List<Found> nearest = state.search(GroupRows.Kind.FACES, List.of(group.id()), template, 1);
    if (!nearest.isEmpty() && !nearest.getFirst().id().equals(id)) {
      Optional<PersonId> other = persons.similar(state, group, template, DUPLICATE);
      if (other.isPresent()) {
        throw new GalleryException(GalleryError.FACE_OF_ANOTHER, other.get());
      }
    }
    ModelVersion version = group.modelVersion();
    Score own = faces.best(version, faces.templates(account, id), template);
    if (!own.reaches(version.scoreLine().score(SAME_PERSON_RATE))) {
      throw new GalleryException(GalleryError.FACE_OF_NOBODY, id);
    }
  }

  CustomImage delete(AccountId account, PersonId id, String imageId) throws GalleryException {
    AccountState state = context.state(account);
    return state.changing(
        id,
        () -> {
          CustomPerson person = customPersons.person(account, id);
          CustomImage image =
              person.images().stream()
                  .filter(candidate -> candidate.id().equals(imageId))
                  .findFirst()
                  .orElseThrow(
                      () -> new GalleryException(GalleryError.CUSTOM_IMAGE_NOT_FOUND, imageId));
          boolean last = context.person(account, id).faceIds().size() == 1;
          state.commit(
              last
                  ? List.of(
                      new Change.PersonRemoved(id), new Change.OfCustomPersons(details(person)))
                  : List.of(new Change.FaceRemoved(id, image.faceId())));
          return image;
        });
  }

  private static PersonPut details(CustomPerson person) {
    return new PersonPut(
        person.id(),
        person.name(),
        person.basicInfo(),
        person.category().number(),
        person.createdAt());
  }
}
