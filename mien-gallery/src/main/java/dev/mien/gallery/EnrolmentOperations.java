package dev.mien.gallery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enrolment as the legacy protocol knows it: groups come into being when they are named, and faces
 * that a person practically has are not added again. The methods are those of {@link Gallery}.
 */
final class EnrolmentOperations {
  /**
   * The similarity from which on a face counts as one that the person has: the 99 % of the
   * reference, taken as a similarity of templates and not as a score. Copies of a picture that were
   * saved anew or resized lie above it, other pictures of the person below (docs/adr/0013).
   */
  private static final double NEARLY_IDENTICAL = 0.985;

  private final GalleryContext context;
  private final MembershipOperations memberships;

  EnrolmentOperations(GalleryContext context, MembershipOperations memberships) {
    this.context = context;
    this.memberships = memberships;
  }

  Person enrol(AccountId account, Enrolment wanted) throws GalleryException {
    if (!wanted.name().isEmpty()) {
      TextRules.PERSON_NAME.check(wanted.name());
    }
    TextRules.PERSON_TAG.check(wanted.tag());
    List<GroupId> ids = wanted.groups().stream().distinct().toList();
    int groupsMax = context.limits.groupsPerPerson();
    if (ids.size() > groupsMax) {
      throw new GalleryException(GalleryError.PERSON_GROUPS_TOO_MANY, wanted.id(), groupsMax);
    }
    AccountState state = context.state(account);
    return state.changing(
        wanted.id(),
        () -> {
          requireNew(account, wanted.id());
          GroupsOnDemand groups = new GroupsOnDemand(context, account, ids, Optional.empty());
          Template template = context.template(wanted.face(), groups.version());
          context.requireDimensions(account, template);
          for (Group group : groups.groups()) {
            requireRoom(account, group, 1);
          }
          Capacity.of(context, account).requireInAccount(1);
          return create(state, wanted, groups, context.newFace(template, wanted.face().quality()));
        });
  }

  /** Refuses an id that a person bears. */
  void requireNew(AccountId account, PersonId id) throws GalleryException {
    if (context.store.person(account, id).isPresent()) {
      throw new GalleryException(GalleryError.PERSON_ID_EXISTS, id);
    }
  }

  private Person create(AccountState state, Enrolment wanted, GroupsOnDemand groups, Face face) {
    Person person =
        new Person(
            wanted.id(),
            wanted.name(),
            Gender.UNSPECIFIED,
            groups.version(),
            List.of(face.id()),
            context.now(),
            wanted.tag());
    List<Change> changes = new ArrayList<>(groups.changes());
    changes.add(
        new Change.PersonAdded(
            person.id(),
            person.name(),
            person.gender(),
            person.modelVersion(),
            person.createdAt()));
    if (!person.tag().isEmpty()) {
      changes.add(new Change.PersonTagged(person.id(), person.tag()));
    }
    changes.addAll(joining(person.id(), groups.groups()));
    changes.add(new Change.FaceAdded(person.id(), face));
    changes.addAll(wanted.face().kept(person.id(), face.id(), person.modelVersion()));
    state.commit(changes);
    return person;
  }

  private static List<Change> joining(PersonId id, List<Group> groups) {
    return groups.stream()
        .<Change>map(
            group ->
                new Change.MembershipAdded(
                    id, new Membership(group.id(), Descriptions.emptyValues(group))))
        .toList();
  }

  private void requireRoom(AccountId account, Group group, int faces) throws GalleryException {
    Capacity.of(context, account).requireFor(group, faces);
    long max = context.limits.enrolments().personsPerGroup();
    long persons = context.state(account).ask(index -> index.size(List.of(group.id()))).persons();
    if (persons >= max) {
      throw new GalleryException(GalleryError.GROUP_PERSONS_TOO_MANY, group.id(), max);
    }
  }

  List<FaceOffer> offer(
      AccountId account, PersonId id, List<FaceTemplates> offered, Optional<String> tag)
      throws GalleryException {
    if (tag.isPresent()) {
      TextRules.PERSON_TAG.check(tag.get());
    }
    AccountState state = context.state(account);
    return state.changing(
        id,
        PersonClaims.Purpose.ADD_FACES,
        () -> {
          Person person = context.person(account, id);
          Map<FaceId, Template> known = new LinkedHashMap<>();
          context.store.faces(account, id).forEach(face -> known.put(face.id(), face.template()));
          List<FaceOffer> outcomes = new ArrayList<>();
          List<Change> changes = new ArrayList<>();
          for (FaceTemplates templates : offered) {
            Template template = context.template(templates, person.modelVersion());
            FaceOffer outcome = consider(template, known);
            outcomes.add(outcome);
            if (outcome instanceof FaceOffer.Taken(FaceId faceId)) {
              known.put(faceId, template);
              Face face = new Face(faceId, template, templates.quality(), context.now());
              changes.add(new Change.FaceAdded(id, face));
              changes.addAll(templates.kept(id, faceId, person.modelVersion()));
            }
          }
          memberships.requireRoomForFaces(account, person, known.size() - person.faceIds().size());
          if (!changes.isEmpty()) {
            tag.ifPresent(text -> changes.add(new Change.PersonTagged(id, text)));
            state.commit(changes);
          }
          return List.copyOf(outcomes);
        });
  }

  private FaceOffer consider(Template template, Map<FaceId, Template> known)
      throws GalleryException {
    for (Map.Entry<FaceId, Template> face : known.entrySet()) {
      if (!face.getValue().isComparableTo(template)) {
        throw new GalleryException(GalleryError.EMBEDDER_CHANGED, face.getValue().embedderId());
      }
      if (template.similarity(face.getValue()) >= NEARLY_IDENTICAL) {
        return new FaceOffer.NearlyIdentical(face.getKey());
      }
    }
    int max = context.limits.enrolments().facesPerPerson();
    return known.size() < max
        ? new FaceOffer.Taken(context.unusedFaceId())
        : new FaceOffer.NoRoom(max);
  }

  List<GroupId> join(AccountId account, PersonId id, List<GroupId> groupIds)
      throws GalleryException {
    AccountState state = context.state(account);
    return state.changing(
        id,
        () -> {
          Person person = context.person(account, id);
          List<GroupId> missing = new ArrayList<>();
          for (GroupId groupId : groupIds.stream().distinct().toList()) {
            if (context.store.membership(account, groupId, id).isEmpty()) {
              missing.add(groupId);
            }
          }
          if (missing.isEmpty()) {
            return missing;
          }
          memberships.requireRoomForGroups(account, id, missing.size());
          memberships.requireNotUpgrading(account, id);
          GroupsOnDemand groups =
              new GroupsOnDemand(context, account, missing, Optional.of(person.modelVersion()));
          for (Group group : groups.groups()) {
            context.requireNotUpgrading(account, group.id());
            requireRoom(account, group, person.faceIds().size());
          }
          List<Change> changes = new ArrayList<>(groups.changes());
          changes.addAll(joining(id, groups.groups()));
          state.commit(changes);
          return missing;
        });
  }

  List<GroupId> leave(AccountId account, PersonId id, List<GroupId> groupIds)
      throws GalleryException {
    AccountState state = context.state(account);
    return state.changing(
        id,
        () -> {
          context.person(account, id);
          List<GroupId> left = new ArrayList<>();
          for (GroupId groupId : groupIds.stream().distinct().toList()) {
            if (context.store.membership(account, groupId, id).isPresent()) {
              context.group(account, groupId);
              left.add(groupId);
            }
          }
          if (left.size() == memberships.groupCount(account, id)) {
            state.commit(List.of(new Change.PersonRemoved(id)));
          } else if (!left.isEmpty()) {
            state.commit(
                left.stream()
                    .<Change>map(groupId -> new Change.MembershipRemoved(id, groupId))
                    .toList());
          }
          return left;
        });
  }
}
