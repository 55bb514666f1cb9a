package dev.mien.gallery;

import java.util.ArrayList;
import java.util.List;

/**
 * What a store says of an account: groups, persons with their memberships and faces, and what the
 * search index would be built of. Two that are equal tell that nothing was changed in between.
 *
 * @param persons all, also those in no group
 * @param faces of the persons, in their order
 */
public record StoreContents(
    List<Group> groups,
    List<GroupId> deletions,
    List<StoredPerson> indexed,
    List<Profile> persons,
    List<List<Face>> faces) {
  public static final StoreContents NOTHING =
      new StoreContents(List.of(), List.of(), List.of(), List.of(), List.of());

  public static StoreContents of(GalleryStore store, AccountId account) {
    List<StoredPerson> indexed = indexed(store, account);
    return new StoreContents(
        store.groups(account, new PageRange(0, Integer.MAX_VALUE)).items(),
        store.groupsBeingDeleted(account),
        indexed,
        indexed.stream().map(person -> store.profile(account, person.id()).orElseThrow()).toList(),
        indexed.stream().map(person -> store.faces(account, person.id())).toList());
  }

  public static List<StoredPerson> indexed(GalleryStore store, AccountId account) {
    Collector collector = new Collector(new ArrayList<>());
    store.replay(account).forEach(part -> part.read(collector));
    return collector.persons();
  }

  private record Collector(List<StoredPerson> persons) implements ReplayPart.Visitor {
    @Override
    public void person(PersonId id, List<GroupId> groups) {
      persons.add(new StoredPerson(id, groups, List.of()));
    }

    @Override
    public void face(FaceId id, String embedderId, float[] vector, Quality quality) {
      StoredPerson person = persons.removeLast();
      List<StoredFace> faces = new ArrayList<>(person.faces());
      faces.add(new StoredFace(id, new Template(embedderId, vector), quality));
      persons.add(new StoredPerson(person.id(), person.groups(), faces));
    }
  }
}
