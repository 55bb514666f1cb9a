package dev.mien.gallery;

import java.util.ArrayList;
import java.util.List;

/** In which groups persons are; the methods are those of {@link Gallery}. */
final class MembershipOperations {
  private final GalleryContext context;

  MembershipOperations(GalleryContext context) {
    this.context = context;
  }

  Page<Member> members(AccountId account, GroupId id, long offset, long limit)
      throws GalleryException {
    PageRange range = GalleryContext.range(offset, limit, context.limits.pages().persons());
    Page<Member> page = context.store.members(account, id, range);
    context.group(account, id); // asked last, so that a group that goes meanwhile is not found
    return GalleryContext.within(page, offset);
  }

  List<PersonId> all(AccountId account, GroupId id) throws GalleryException {
    int max = Math.toIntExact(context.limits.enrolments().personsPerGroup());
    Page<Member> page = context.store.members(account, id, new PageRange(0, max));
    context.group(account, id); // asked last, so that a group that goes meanwhile is not found
    if (page.total() > max) {
      throw new GalleryException(GalleryError.LIST_TOO_LONG, id, max);
    }
    return page.items().stream().map(member -> member.person().id()).toList();
  }

  Page<Membership> memberships(AccountId account, PersonId id, long offset, long limit)
      throws GalleryException {
    PageRange range = GalleryContext.range(offset, limit, context.limits.pages().memberships());
    Page<Membership> page = context.store.memberships(account, id, range);
    if (page.total() == 0) { // every person is in a group
      throw new GalleryException(GalleryError.PERSON_NOT_FOUND, id);
    }
    return GalleryContext.within(page, offset);
  }

  List<GroupId> copy(AccountId account, PersonId id, List<GroupId> groupIds)
      throws GalleryException {
    List<GroupId> wanted = groupIds.stream().distinct().toList();
    AccountState state = context.state(account);
    return state.changing(
        id,
        () -> {
          Person person = context.person(account, id);
          requireRoomForGroups(account, id, wanted.size());
          requireNotUpgrading(account, id);
          List<Change> changes = new ArrayList<>();
          for (GroupId groupId : wanted) {
            Group group = context.group(account, groupId);
            requireJoinable(account, person, group);
            changes.add(
                new Change.MembershipAdded(
                    id, new Membership(groupId, Descriptions.emptyValues(group))));
          }
          state.commit(changes);
          return wanted;
        });
  }

  /** Refuses more groups than a person may be in. */
  void requireRoomForGroups(AccountId account, PersonId id, int more) throws GalleryException {
    int max = context.limits.groupsPerPerson();
    if (groupCount(account, id) + more > max) {
      throw new GalleryException(GalleryError.PERSON_GROUPS_TOO_MANY, id, max);
    }
  }

  /** Refuses a person of a group that is changing its version: it cannot be in two versions. */
  void requireNotUpgrading(AccountId account, PersonId id) throws GalleryException {
    PageRange all = new PageRange(0, context.limits.groupsPerPerson());
    for (Membership membership : context.store.memberships(account, id, all).items()) {
      context.requireNotUpgrading(account, membership.groupId());
    }
  }

  private void requireJoinable(AccountId account, Person person, Group group)
      throws GalleryException {
    if (group.modelVersion() != person.modelVersion()) {
      throw new GalleryException(GalleryError.ACROSS_MODEL_VERSIONS, group.id());
    }
    if (context.store.membership(account, group.id(), person.id()).isPresent()) {
      throw new GalleryException(GalleryError.ALREADY_MEMBER, group.id());
    }
    context.requireNotUpgrading(account, group.id());
    Capacity.of(context, account).requireFor(group, person.faceIds().size());
  }

  void remove(AccountId account, GroupId groupId, PersonId personId) throws GalleryException {
    AccountState state = context.state(account);
    state.changing(
        personId,
        () -> {
          context.group(account, groupId);
          Membership membership = membership(account, groupId, personId);
          state.commit(
              groupCount(account, personId) == 1
                  ? List.of(new Change.PersonRemoved(personId))
                  : List.of(new Change.MembershipRemoved(personId, groupId)));
          return membership;
        });
  }

  Membership modify(AccountId account, GroupId groupId, PersonId personId, List<IndexedText> values)
      throws GalleryException {
    Descriptions.checkValues(values, context.limits.fieldsPerGroup());
    AccountState state = context.state(account);
    return state.changing(
        personId,
        () -> {
          context.group(account, groupId);
          context.person(account, personId);
          Membership before = membership(account, groupId, personId);
          Membership after = new Membership(groupId, Descriptions.changed(before.values(), values));
          state.commit(List.of(new Change.MembershipChanged(personId, after)));
          return after;
        });
  }

  private Membership membership(AccountId account, GroupId groupId, PersonId personId)
      throws GalleryException {
    return context
        .store
        .membership(account, groupId, personId)
        .orElseThrow(() -> new GalleryException(GalleryError.NOT_A_MEMBER, personId));
  }

  /** Refuses more faces of a person than its groups and the account have room for. */
  void requireRoomForFaces(AccountId account, Person person, int more) throws GalleryException {
    Capacity capacity = Capacity.of(context, account).requireInAccount(more);
    PageRange all = new PageRange(0, context.limits.groupsPerPerson());
    for (Membership membership : context.store.memberships(account, person.id(), all).items()) {
      capacity.requireFor(membership.groupId(), person.modelVersion(), more);
    }
  }

  /** In how many groups a person is. */
  long groupCount(AccountId account, PersonId id) {
    return context.store.memberships(account, id, new PageRange(0, 0)).total();
  }
}
