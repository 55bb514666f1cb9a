package dev.mien.gallery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The groups that a person is to join, of which those that do not exist come into being. Belongs to
 * one write; nobody else writes meanwhile.
 */
final class GroupsOnDemand {
  private static final int NAME_CHARACTERS_MAX = 60;

  private final GalleryContext context;
  private final AccountId account;
  private final List<Group> groups = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final ModelVersion version;

  /**
   * Finds the groups, and plans those that do not exist.
   *
   * @param ids each once
   * @param own the version that all must have; empty means that of the groups that exist, and if
   *     there are none, the current one
   */
  GroupsOnDemand(
      GalleryContext context, AccountId account, List<GroupId> ids, Optional<ModelVersion> own)
      throws GalleryException {
    this.context = context;
    this.account = account;
    Map<GroupId, Group> existing = new LinkedHashMap<>();
    for (GroupId id : ids) {
      if (context.store.group(account, id).isPresent()) {
        existing.put(id, context.group(account, id));
      }
    }
    this.version = version(existing.values().stream().toList(), own);
    requireRoom(ids.getFirst(), ids.size() - existing.size());
    Set<String> names = new HashSet<>();
    for (GroupId id : ids) {
      Group known = existing.get(id);
      groups.add(known == null ? planned(id, names) : known);
    }
  }

  /** All groups, in the order of their ids. */
  List<Group> groups() {
    return groups;
  }

  /** What creates those that do not exist. */
  List<Change> changes() {
    return changes;
  }

  /** The version of all. */
  ModelVersion version() {
    return version;
  }

  private static ModelVersion version(List<Group> existing, Optional<ModelVersion> own)
      throws GalleryException {
    Optional<ModelVersion> common = own;
    for (Group group : existing) {
      if (common.isPresent() && common.get() != group.modelVersion()) {
        throw new GalleryException(GalleryError.ACROSS_MODEL_VERSIONS, group.id());
      }
      common = Optional.of(group.modelVersion());
    }
    return common.orElse(ModelVersion.V3_0);
  }

  private void requireRoom(GroupId first, int more) throws GalleryException {
    long max =
        Math.min(context.limits.groupsPerAccount(), context.limits.enrolments().groupsPerAccount());
    if (more > 0 && context.store.groups(account, new PageRange(0, 0)).total() + more > max) {
      throw new GalleryException(GalleryError.GROUPS_TOO_MANY, first, max);
    }
  }

  private Group planned(GroupId id, Set<String> taken) {
    Instant now = context.now();
    Group group = new Group(id, freeName(id, taken), List.of(), "", version, now, now);
    taken.add(group.name());
    changes.add(new Change.GroupAdded(group));
    return group;
  }

  /**
   * The group's id as far as a name may be so long, with a number if another group is called so.
   */
  private String freeName(GroupId id, Set<String> taken) {
    String name = shortened(id.value(), NAME_CHARACTERS_MAX);
    for (int number = 2; isTaken(name, taken); number++) {
      String suffix = " (" + number + ")";
      name = shortened(id.value(), NAME_CHARACTERS_MAX - suffix.length()) + suffix;
    }
    return name;
  }

  private boolean isTaken(String name, Set<String> taken) {
    return taken.contains(name) || context.store.groupNamed(account, name).isPresent();
  }

  private static String shortened(String text, int charactersMax) {
    return text.substring(0, Math.min(text.length(), charactersMax));
  }
}
