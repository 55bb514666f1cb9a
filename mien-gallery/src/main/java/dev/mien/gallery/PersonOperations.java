package dev.mien.gallery;

import dev.mien.gallery.AccountIndex.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How persons come, change and go; the methods are those of {@link Gallery}. */
final class PersonOperations {
  private final GalleryContext context;

  PersonOperations(GalleryContext context) {
    this.context = context;
  }

  PersonCreation create(AccountId account, NewPerson wanted, Optional<UniquenessRule> rule)
      throws GalleryException {
    TextRules.PERSON_NAME.check(wanted.name());
    Descriptions.checkValues(wanted.values(), context.limits.fieldsPerGroup());
    AccountState state = context.state(account);
    return state.changing(
        wanted.id(),
        () -> {
          Group group = context.group(account, wanted.groupId());
          if (context.store.person(account, wanted.id()).isPresent()) {
            throw new GalleryException(GalleryError.PERSON_ID_EXISTS, wanted.id());
          }
          List<String> values =
              Descriptions.changed(Descriptions.emptyValues(group), wanted.values());
          Template probe = context.template(wanted.templates(), group.modelVersion());
          context.requireDimensions(account, probe);
          Capacity.of(context, account).requireFor(group, 1).requireInAccount(1);
          Optional<PersonId> similar = rule.flatMap(given -> similar(state, group, probe, given));
          return similar.isPresent()
              ? new PersonCreation.SimilarExists(similar.get())
              : add(state, wanted, group, values, probe);
        });
  }

  /** Whoever in the group looks so much the same that the rule forbids a new person. */
  Optional<PersonId> similar(AccountState state, Group group, Template probe, UniquenessRule rule) {
    List<GroupId> searched = List.of(group.id());
    long faces = state.ask(index -> index.size(searched, probe.embedderId())).faces();
    if (faces == 0) {
      return Optional.empty();
    }
    List<Found> found = state.search(GroupRows.Kind.FACES, searched, probe, 1);
    ModelVersion version = group.modelVersion();
    return found.stream()
        .filter(
            candidate ->
                context
                    .score(version, probe, candidate.similarity())
                    .reaches(version.scoreLine().score(rule.falseAlarmRate() / faces)))
        .map(Found::id)
        .findFirst();
  }

  private PersonCreation add(
      AccountState state, NewPerson wanted, Group group, List<String> values, Template template) {
    Face face = context.newFace(template, wanted.templates().quality());
    Person person =
        new Person(
            wanted.id(),
            wanted.name(),
            wanted.gender(),
            group.modelVersion(),
            List.of(face.id()),
            context.now(),
            "");
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.PersonAdded(
            person.id(),
            person.name(),
            person.gender(),
            person.modelVersion(),
            person.createdAt()));
    changes.add(new Change.MembershipAdded(person.id(), new Membership(group.id(), values)));
    changes.add(new Change.FaceAdded(person.id(), face));
    changes.addAll(wanted.templates().kept(person.id(), face.id(), group.modelVersion()));
    state.commit(changes);
    return new PersonCreation.Created(person, face.id());
  }

  void delete(AccountId account, PersonId id) throws GalleryException {
    AccountState state = context.state(account);
    state.changing(
        id,
        () -> {
          Person person = context.person(account, id);
          state.commit(List.of(new Change.PersonRemoved(id)));
          return person;
        });
  }

  Person modify(AccountId account, PersonChange change) throws GalleryException {
    if (change.name().isPresent()) {
      TextRules.PERSON_NAME.check(change.name().get());
    }
    if (change.tag().isPresent()) {
      TextRules.PERSON_TAG.check(change.tag().get());
    }
    AccountState state = context.state(account);
    return state.changing(
        change.id(),
        () -> {
          Person before = context.person(account, change.id());
          Person after =
              new Person(
                  before.id(),
                  change.name().orElse(before.name()),
                  change.gender().orElse(before.gender()),
                  before.modelVersion(),
                  before.faceIds(),
                  before.createdAt(),
                  change.tag().orElse(before.tag()));
          List<Change> changes = new ArrayList<>();
          changes.add(new Change.PersonChanged(after.id(), after.name(), after.gender()));
          if (change.tag().isPresent()) {
            changes.add(new Change.PersonTagged(after.id(), after.tag()));
          }
          state.commit(changes);
          return after;
        });
  }
}
