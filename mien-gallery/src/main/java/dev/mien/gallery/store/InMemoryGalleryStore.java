package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.Change;
import dev.mien.gallery.CustomCategory;
import dev.mien.gallery.CustomGroup;
import dev.mien.gallery.CustomPerson;
import dev.mien.gallery.CustomPersonFilter;
import dev.mien.gallery.CustomPersonStore;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryStore;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.KnownFace;
import dev.mien.gallery.Leaver;
import dev.mien.gallery.Member;
import dev.mien.gallery.Membership;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Page;
import dev.mien.gallery.PageRange;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.Profile;
import dev.mien.gallery.ReplayPart;
import dev.mien.gallery.Template;
import dev.mien.gallery.UpgradeJob;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A gallery store in memory, gone with the process: for trials and tests. Listing costs time in
 * proportion to the account, as nothing is kept sorted. Thread-safe by one lock.
 */
public final class InMemoryGalleryStore implements GalleryStore {
  private final Map<AccountId, InMemoryAccount> accounts = new HashMap<>();
  private Optional<FaceId> lastFaceId = Optional.empty();

  /** Empty. */
  public InMemoryGalleryStore() {}

  @Override
  public synchronized void apply(AccountId account, List<Change> changes) {
    account(account).apply(changes);
    for (Change change : changes) {
      if (change instanceof Change.FaceAdded added
          && lastFaceId.stream().allMatch(last -> last.compareTo(added.face().id()) < 0)) {
        lastFaceId = Optional.of(added.face().id());
      }
    }
  }

  private InMemoryAccount account(AccountId account) {
    return accounts.computeIfAbsent(account, id -> new InMemoryAccount());
  }

  @Override
  public synchronized List<AccountId> accounts() {
    return accounts.entrySet().stream()
        .filter(entry -> entry.getValue().groups().findAny().isPresent())
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparingLong(AccountId::appId))
        .toList();
  }

  @Override
  public synchronized long faceCount() {
    return accounts.values().stream()
        .flatMap(InMemoryAccount::persons)
        .mapToLong(row -> row.faces().size())
        .sum();
  }

  @Override
  public synchronized List<GroupId> groupsBeingDeleted(AccountId account) {
    return account(account)
        .groups()
        .map(row -> row.group().id())
        .filter(account(account).deletions()::contains)
        .toList();
  }

  @Override
  public List<ReplayPart> replay(AccountId account) {
    List<Indexed> persons = persons(account);
    return List.of(
        new ReplayPart() {
          @Override
          public int personCount() {
            return persons.size();
          }

          @Override
          public void read(Visitor visitor) {
            persons.forEach(person -> person.tell(visitor));
          }
        });
  }

  /** A person as the search index needs it. */
  private record Indexed(PersonId id, List<GroupId> groups, List<Face> faces) {
    void tell(ReplayPart.Visitor visitor) {
      visitor.person(id, groups);
      for (Face face : faces) {
        Template template = face.template();
        visitor.face(face.id(), template.embedderId(), template.vector(), face.quality());
      }
    }
  }

  private synchronized List<Indexed> persons(AccountId account) {
    return account(account)
        .persons()
        .map(
            row ->
                new Indexed(
                    row.added().id(),
                    account(account).memberships(row).map(Membership::groupId).toList(),
                    List.copyOf(row.currentFaces())))
        .toList();
  }

  @Override
  public synchronized Optional<FaceId> lastFaceId() {
    return lastFaceId;
  }

  @Override
  public synchronized Optional<Group> group(AccountId account, GroupId id) {
    return account(account).group(id).map(InMemoryAccount.GroupRow::group);
  }

  @Override
  public synchronized Optional<GroupId> groupNamed(AccountId account, String name) {
    return account(account)
        .groups()
        .map(InMemoryAccount.GroupRow::group)
        .filter(group -> group.name().equals(name))
        .map(Group::id)
        .findFirst();
  }

  @Override
  public synchronized Page<Group> groups(AccountId account, PageRange range) {
    return page(account(account).groups().map(InMemoryAccount.GroupRow::group), range);
  }

  @Override
  public synchronized Optional<Person> person(AccountId account, PersonId id) {
    return account(account).person(id).map(InMemoryAccount.PersonRow::toPerson);
  }

  @Override
  public synchronized Optional<Profile> profile(AccountId account, PersonId id) {
    return account(account)
        .person(id)
        .map(row -> new Profile(row.toPerson(), account(account).memberships(row).toList()));
  }

  @Override
  public synchronized List<Face> faces(AccountId account, PersonId id) {
    return account(account)
        .person(id)
        .map(InMemoryAccount.PersonRow::currentFaces)
        .orElse(List.of());
  }

  @Override
  public synchronized List<Face> faces(AccountId account, PersonId id, ModelVersion version) {
    return account(account).person(id).map(row -> row.faces(version)).orElse(List.of());
  }

  @Override
  public synchronized Page<FaceId> facesWithout(
      AccountId account, GroupId id, ModelVersion version, String embedderId, int limit) {
    return page(
        account(account)
            .persons()
            .filter(row -> row.values().containsKey(id))
            .flatMap(row -> row.faces(version).stream())
            .filter(face -> !face.template().embedderId().equals(embedderId))
            .map(Face::id)
            .sorted(),
        new PageRange(0, limit));
  }

  @Override
  public synchronized Optional<KnownFace> face(AccountId account, FaceId id) {
    return account(account)
        .persons()
        .filter(row -> row.faces().stream().anyMatch(face -> face.id().equals(id)))
        .map(row -> new KnownFace(id, row.added().id(), Optional.ofNullable(row.looks().get(id))))
        .findFirst();
  }

  @Override
  public synchronized Optional<Membership> membership(
      AccountId account, GroupId groupId, PersonId personId) {
    return account(account).person(personId).stream()
        .flatMap(row -> account(account).memberships(row))
        .filter(membership -> membership.groupId().equals(groupId))
        .findFirst();
  }

  @Override
  public synchronized Page<Membership> memberships(
      AccountId account, PersonId id, PageRange range) {
    return page(
        account(account).person(id).stream().flatMap(row -> account(account).memberships(row)),
        range);
  }

  @Override
  public synchronized Page<Member> members(AccountId account, GroupId id, PageRange range) {
    return page(
        account(account)
            .persons()
            .filter(row -> row.values().containsKey(id))
            .map(row -> new Member(row.toPerson(), account(account).values(row, id))),
        range);
  }

  @Override
  public synchronized List<Leaver> leavers(AccountId account, GroupId id, int limit) {
    return account(account)
        .persons()
        .filter(row -> row.values().containsKey(id))
        .map(row -> new Leaver(row.added().id(), row.values().size() > 1))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<UpgradeJob> upgradeJob(AccountId account, String id) {
    return account(account).jobs().filter(job -> job.id().equals(id)).findFirst();
  }

  @Override
  public synchronized Page<UpgradeJob> upgradeJobs(AccountId account, PageRange range) {
    return page(account(account).jobs(), range);
  }

  @Override
  public synchronized List<UpgradeJob> upgradeJobsOf(AccountId account, GroupId id) {
    return account(account).jobs().filter(job -> job.groupId().equals(id)).toList();
  }

  @Override
  public synchronized List<UpgradeJob> unfinishedUpgradeJobs(AccountId account) {
    return account(account).jobs().filter(job -> job.state().isUnfinished()).toList();
  }

  private static <T> Page<T> page(Stream<T> all, PageRange range) {
    List<T> list = all.toList();
    return new Page<>(
        list.stream().skip(range.offset()).limit(range.limit()).toList(), list.size());
  }

  @Override
  public CustomPersonStore customPersons() {
    return new CustomPersonStore() {
      @Override
      public Optional<CustomGroup> group(AccountId account) {
        return of(account, InMemoryCustomPersons::group);
      }

      @Override
      public List<CustomCategory> categories(AccountId account) {
        return of(account, InMemoryCustomPersons::categories);
      }

      @Override
      public long lastCategory(AccountId account) {
        return of(account, InMemoryCustomPersons::lastCategory);
      }

      @Override
      public boolean isReferred(AccountId account, long category) {
        return of(account, custom -> custom.isReferred(category));
      }

      @Override
      public Optional<CustomPerson> person(AccountId account, PersonId id) {
        return of(account, custom -> custom.person(id));
      }

      @Override
      public long count(AccountId account) {
        return of(account, InMemoryCustomPersons::count);
      }

      @Override
      public Page<CustomPerson> persons(
          AccountId account, CustomPersonFilter filter, boolean newestFirst, PageRange range) {
        List<CustomPerson> all = of(account, custom -> custom.persons(filter));
        return page((newestFirst ? all.reversed() : all).stream(), range);
      }

      @Override
      public boolean knowsMedia(AccountId account, String media) {
        return of(account, custom -> custom.knowsMedia(media));
      }
    };
  }

  private synchronized <T> T of(AccountId account, Function<InMemoryCustomPersons, T> question) {
    return question.apply(account(account).customPersons());
  }

  @Override
  public void close() {}
}
