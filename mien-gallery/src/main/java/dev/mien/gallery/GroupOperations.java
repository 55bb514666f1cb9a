package dev.mien.gallery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be done with groups; the methods are those of {@link Gallery}. */
final class GroupOperations {
  private final GalleryContext context;

  GroupOperations(GalleryContext context) {
    this.context = context;
  }

  Group create(AccountId account, NewGroup wanted) throws GalleryException {
    TextRules.GROUP_NAME.check(wanted.name());
    TextRules.GROUP_TAG.check(wanted.tag());
    Descriptions.checkNames(wanted.fieldNames(), context.limits.fieldsPerGroup());
    context.modelVersions.embedderId(wanted.modelVersion());
    AccountState state = context.state(account);
    return state.whileNobodyWrites(
        () -> {
          requireNew(account, wanted);
          Instant now = context.now();
          Group group =
              new Group(
                  wanted.id(),
                  wanted.name(),
                  wanted.fieldNames(),
                  wanted.tag(),
                  wanted.modelVersion(),
                  now,
                  now);
          state.commit(List.of(new Change.GroupAdded(group)));
          return group;
        });
  }

  private void requireNew(AccountId account, NewGroup wanted) throws GalleryException {
    if (context.store.group(account, wanted.id()).isPresent()) {
      throw new GalleryException(GalleryError.GROUP_ID_EXISTS, wanted.id());
    }
    if (context.store.groupNamed(account, wanted.name()).isPresent()) {
      throw new GalleryException(GalleryError.GROUP_NAME_EXISTS, wanted.name());
    }
    long max = context.limits.groupsPerAccount();
    if (context.store.groups(account, new PageRange(0, 0)).total() >= max) {
      throw new GalleryException(GalleryError.GROUPS_TOO_MANY, wanted.id(), max);
    }
  }

  Page<Group> list(AccountId account, long offset, long limit) throws GalleryException {
    PageRange range = GalleryContext.range(offset, limit, context.limits.pages().groups());
    return GalleryContext.within(context.store.groups(account, range), offset);
  }

  List<GroupId> all(AccountId account) throws GalleryException {
    int max = Math.toIntExact(context.limits.enrolments().groupsPerAccount());
    Page<Group> page = context.store.groups(account, new PageRange(0, max));
    if (page.total() > max) {
      throw new GalleryException(GalleryError.LIST_TOO_LONG, "GROUPS", max);
    }
    return page.items().stream().map(Group::id).toList();
  }

  Group modify(AccountId account, GroupChange change) throws GalleryException {
    if (change.name().isPresent()) {
      TextRules.GROUP_NAME.check(change.name().get());
    }
    if (change.tag().isPresent()) {
      TextRules.GROUP_TAG.check(change.tag().get());
    }
    AccountState state = context.state(account);
    return state.whileNobodyWrites(
        () -> {
          Group before = context.group(account, change.id());
          requireNameFree(account, change);
          Group after =
              new Group(
                  before.id(),
                  change.name().orElse(before.name()),
                  Descriptions.renamed(
                      before.fieldNames(), change.fieldNames(), context.limits.fieldsPerGroup()),
                  change.tag().orElse(before.tag()),
                  before.modelVersion(),
                  before.createdAt(),
                  context.now());
          state.commit(List.of(new Change.GroupChanged(after)));
          return after;
        });
  }

  private void requireNameFree(AccountId account, GroupChange change) throws GalleryException {
    if (change.name().isEmpty()) {
      return;
    }
    Optional<GroupId> bearer = context.store.groupNamed(account, change.name().get());
    if (bearer.isPresent() && !bearer.get().equals(change.id())) {
      throw new GalleryException(GalleryError.GROUP_NAME_EXISTS, change.name().get());
    }
  }

  GroupSize size(AccountId account, Collection<GroupId> ids) throws GalleryException {
    GroupSize size = context.state(account).ask(index -> index.size(ids));
    for (GroupId id : ids) {
      context.group(account, id); // asked last, so that a group that goes meanwhile is not found
    }
    return size;
  }

  ModelVersion commonVersion(AccountId account, Collection<GroupId> ids) throws GalleryException {
    Optional<ModelVersion> common = Optional.empty();
    for (GroupId id : ids) {
      ModelVersion version = context.group(account, id).modelVersion();
      if (common.isPresent() && version != common.get()) {
        throw new GalleryException(GalleryError.ACROSS_MODEL_VERSIONS, id);
      }
      common = Optional.of(version);
    }
    return common.orElseThrow(
        () -> new GalleryException(GalleryError.VALUE_EMPTY, TextRules.GROUP_ID.name()));
  }
}
