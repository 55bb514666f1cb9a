package dev.mien.gallery;

import dev.mien.gallery.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How persons get and lose faces; the methods are those of {@link Gallery}. */
final class FaceOperations {
  private final GalleryContext context;
  private final MembershipOperations memberships;

  FaceOperations(GalleryContext context, MembershipOperations memberships) {
    this.context = context;
    this.memberships = memberships;
  }

  List<FaceAddition> add(
      AccountId account, PersonId id, List<FaceTemplates> added, Optional<Score> threshold)
      throws GalleryException {
    int uploadMax = context.limits.facesPerUpload();
    if (added.size() > uploadMax) {
      throw new GalleryException(GalleryError.UPLOADED_FACES_TOO_MANY, added.size(), uploadMax);
    }
    AccountState state = context.state(account);
    return state.changing(
        id,
        PersonClaims.Purpose.ADD_FACES,
        () -> {
          Person person = context.person(account, id);
          List<Template> known = templates(account, id);
          List<FaceAddition> additions = new ArrayList<>();
          List<Change> changes = new ArrayList<>();
          int accepted = 0;
          for (FaceTemplates templates : added) {
            Template template = context.template(templates, person.modelVersion());
            Score best = best(person.modelVersion(), known, template);
            if (threshold.isPresent() && !best.exceeds(threshold.get())) {
              additions.add(new FaceAddition.TooDissimilar(best));
            } else {
              Face face = context.newFace(template, templates.quality());
              additions.add(new FaceAddition.Added(face.id()));
              accepted++;
              changes.add(new Change.FaceAdded(id, face));
              changes.addAll(templates.kept(id, face.id(), person.modelVersion()));
            }
          }
          requireRoom(account, person, accepted);
          if (!changes.isEmpty()) {
            state.commit(changes);
          }
          return List.copyOf(additions);
        });
  }

  private void requireRoom(AccountId account, Person person, int more) throws GalleryException {
    int max = context.limits.facesPerPerson();
    if (person.faceIds().size() + more > max) {
      throw new GalleryException(GalleryError.PERSON_FACES_TOO_MANY, person.id(), max);
    }
    memberships.requireRoomForFaces(account, person, more);
  }

  List<FaceId> delete(AccountId account, PersonId id, List<FaceId> faceIds)
      throws GalleryException {
    AccountState state = context.state(account);
    return state.changing(
        id,
        () -> {
          Person person = context.person(account, id);
          List<FaceId> removed =
              faceIds.stream().distinct().filter(person.faceIds()::contains).toList();
          if (person.faceIds().size() == 1 || removed.size() == person.faceIds().size()) {
            throw new GalleryException(GalleryError.LAST_FACE, id);
          }
          List<Change> changes = new ArrayList<>();
          removed.forEach(faceId -> changes.add(new Change.FaceRemoved(id, faceId)));
          if (!changes.isEmpty()) {
            state.commit(changes);
          }
          return removed;
        });
  }

  Score verifyFace(AccountId account, PersonId id, Template probe) throws GalleryException {
    ModelVersion version = context.person(account, id).modelVersion();
    context.requireProbe(version, probe, id);
    return best(version, templates(account, id), probe);
  }

  Score verifyPerson(AccountId account, PersonId id, Template probe) throws GalleryException {
    ModelVersion version = context.person(account, id).modelVersion();
    if (!version.fusesPersons()) {
      throw new GalleryException(GalleryError.MODEL_VERSION_UNSUPPORTED, version.text());
    }
    context.requireProbe(version, probe, id);
    List<RatedTemplate> faces = faces(account, id).stream().map(Face::rated).toList();
    return best(version, List.of(RatedTemplate.fused(faces)), probe);
  }

  Score compare(ModelVersion version, Template one, Template other) throws GalleryException {
    context.requireEmbedder(version, one);
    context.requireEmbedder(version, other);
    return best(version, List.of(one), other);
  }

  /** A person's templates: at least one. */
  List<Template> templates(AccountId account, PersonId id) throws GalleryException {
    return faces(account, id).stream().map(Face::template).toList();
  }

  /** A person's faces: at least one, as a person without faces is gone. */
  private List<Face> faces(AccountId account, PersonId id) throws GalleryException {
    List<Face> faces = context.store.faces(account, id);
    if (faces.isEmpty()) {
      throw new GalleryException(GalleryError.PERSON_NOT_FOUND, id);
    }
    return faces;
  }

  Score best(ModelVersion version, List<Template> known, Template probe) throws GalleryException {
    double best = -1;
    for (Template template : known) {
      if (!template.isComparableTo(probe)) {
        throw new GalleryException(GalleryError.EMBEDDER_CHANGED, template.embedderId());
      }
      best = Math.max(best, probe.similarity(template));
    }
    return context.score(version, probe, best);
  }
}
