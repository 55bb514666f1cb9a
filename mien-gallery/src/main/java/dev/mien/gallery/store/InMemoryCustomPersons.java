package dev.mien.gallery.store;

import dev.mien.gallery.Change;
import dev.mien.gallery.CustomCategory;
import dev.mien.gallery.CustomChange;
import dev.mien.gallery.CustomGroup;
import dev.mien.gallery.CustomImage;
import dev.mien.gallery.CustomPerson;
import dev.mien.gallery.CustomPersonFilter;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The custom persons of one account of the store in memory. Rows never change. */
final class InMemoryCustomPersons {
  private record Library(GroupId group, String bucket) {}

  /**
   * A person; rows with a smaller sequence came earlier.
   *
   * @param enrolled whether it is a person of the gallery, and goes with it
   */
  private record Row(
      long sequence, CustomChange.PersonPut details, boolean enrolled, List<CustomImage> images) {
    private Row {
      images = List.copyOf(images);
    }

    private Row with(List<CustomImage> others) {
      return new Row(sequence, details, enrolled, others);
    }
  }

  private @Nullable Library library;
  private long lastCategory;
  private long sequence;
  private final Map<Long, CustomCategory> categories = new TreeMap<>();
  private final Map<PersonId, Row> persons = new HashMap<>();

  InMemoryCustomPersons copy() {
    InMemoryCustomPersons copy = new InMemoryCustomPersons();
    copy.library = library;
    copy.lastCategory = lastCategory;
    copy.sequence = sequence;
    copy.categories.putAll(categories);
    copy.persons.putAll(persons);
    return copy;
  }

  /** Makes a change; the account has the gallery's persons and groups as they are now. */
  void apply(CustomChange change, InMemoryAccount account) {
    switch (change) {
      case CustomChange.GroupMade made -> {
        requireFitting(library == null && account.group(made.group()).isPresent(), change);
        library = new Library(made.group(), made.bucket());
      }
      case CustomChange.CategoryAdded added -> {
        requireFitting(!categories.containsKey(added.category().number()), change);
        putCategory(added.category(), change);
        lastCategory = Math.max(lastCategory, added.category().number());
      }
      case CustomChange.CategoryChanged changed -> {
        requireFitting(categories.containsKey(changed.category().number()), change);
        putCategory(changed.category(), change);
      }
      case CustomChange.CategoryRemoved removed -> {
        requireFitting(!isReferred(removed.number()), change);
        requireFitting(categories.remove(removed.number()) != null, change);
      }
      case CustomChange.PersonPut put -> {
        requireFitting(library != null && categories.containsKey(put.category()), change);
        putPerson(put, account.person(put.id()).isPresent());
      }
      case CustomChange.PersonRemoved removed ->
          requireFitting(persons.remove(removed.id()) != null, change);
      case CustomChange.ImageAdded added -> addImage(added, account);
    }
  }

  private void putCategory(CustomCategory category, CustomChange change) {
    requireFitting(
        categories.values().stream()
            .noneMatch(
                other ->
                    other.number() != category.number()
                        && other.first().equals(category.first())
                        && other.second().equals(category.second())),
        change);
    categories.put(category.number(), category);
  }

  private void putPerson(CustomChange.PersonPut put, boolean enrolled) {
    Row before = persons.get(put.id());
    persons.put(
        put.id(),
        before == null
            ? new Row(sequence++, put, enrolled, List.of())
            : new Row(
                before.sequence(),
                new CustomChange.PersonPut(
                    put.id(),
                    put.name(),
                    put.basicInfo(),
                    put.category(),
                    before.details().createdAt()),
                enrolled,
                before.images()));
  }

  private void addImage(CustomChange.ImageAdded added, InMemoryAccount account) {
    Row row = persons.get(added.id());
    requireFitting(row != null, added);
    requireFitting(
        account.person(added.id()).stream()
            .flatMap(person -> person.faces().stream())
            .anyMatch(face -> face.id().equals(added.image().faceId())),
        added);
    requireFitting(!knowsMedia(added.image().media()), added);
    change(
        added.id(),
        known -> {
          List<CustomImage> images = new ArrayList<>(known.images());
          images.add(added.image());
          return known.with(images);
        });
  }

  private void change(PersonId id, UnaryOperator<Row> operator) {
    persons.computeIfPresent(id, (_, row) -> operator.apply(row));
  }

  /** What follows for custom persons from a change of the gallery. */
  void follow(Change change) {
    switch (change) {
      case Change.PersonRemoved removed -> {
        Row row = persons.get(removed.id());
        if (row != null && row.enrolled()) {
          persons.remove(removed.id());
        }
      }
      case Change.PersonChanged changed ->
          change(changed.id(), row -> row.enrolled() ? renamed(row, changed.name()) : row);
      case Change.FaceRemoved removed ->
          change(removed.personId(), row -> without(row, removed.faceId()));
      case Change.GroupRemoved removed -> {
        if (library != null && library.group().equals(removed.id())) {
          library = null;
          persons.clear();
        }
      }
      case Change.GroupAdded _, Change.GroupChanged _, Change.GroupDeletionBegun _ -> {}
      case Change.GroupVersionChanged _, Change.UpgradeStarted _, Change.UpgradeChanged _ -> {}
      case Change.PersonAdded _, Change.PersonTagged _, Change.FaceAdded _ -> {}
      case Change.MembershipAdded _, Change.MembershipChanged _ -> {}
      case Change.MembershipRemoved _, Change.TemplateKept _, Change.LookKept _ -> {}
      case Change.OfCustomPersons _ -> {} // applied
    }
  }

  private static Row renamed(Row row, String name) {
    CustomChange.PersonPut before = row.details();
    return new Row(
        row.sequence(),
        new CustomChange.PersonPut(
            before.id(), name, before.basicInfo(), before.category(), before.createdAt()),
        row.enrolled(),
        row.images());
  }

  private static Row without(Row row, FaceId face) {
    return row.with(row.images().stream().filter(image -> !image.faceId().equals(face)).toList());
  }

  Optional<CustomGroup> group() {
    return library == null ? Optional.empty() : Optional.of(new CustomGroup(library.bucket()));
  }

  List<CustomCategory> categories() {
    return List.copyOf(categories.values());
  }

  long lastCategory() {
    return lastCategory;
  }

  boolean isReferred(long category) {
    return persons.values().stream().anyMatch(row -> row.details().category() == category);
  }

  Optional<CustomPerson> person(PersonId id) {
    return Optional.ofNullable(persons.get(id)).map(this::person);
  }

  long count() {
    return persons.size();
  }

  boolean knowsMedia(String media) {
    return persons.values().stream()
        .flatMap(row -> row.images().stream())
        .anyMatch(image -> image.media().equals(media));
  }

  /** By creation, oldest first. */
  List<CustomPerson> persons(CustomPersonFilter filter) {
    Stream<Row> rows =
        persons.values().stream()
            .sorted(
                Comparator.comparing((Row row) -> row.details().createdAt())
                    .thenComparingLong(Row::sequence));
    return rows.map(this::person).filter(person -> passes(person, filter)).toList();
  }

  private static boolean passes(CustomPerson person, CustomPersonFilter filter) {
    CustomCategory category = person.category();
    return filter.name().stream().allMatch(person.name()::equals)
        && (filter.categories().isEmpty() || filter.categories().contains(category.number()))
        && (filter.ids().isEmpty() || filter.ids().contains(person.id().value()))
        && (filter.firstLevels().isEmpty() || filter.firstLevels().contains(category.first()));
  }

  private CustomPerson person(Row row) {
    CustomChange.PersonPut details = row.details();
    CustomCategory category = categories.get(details.category());
    if (category == null) {
      throw new StoreException("There is no category " + details.category());
    }
    return new CustomPerson(
        details.id(),
        details.name(),
        details.basicInfo(),
        category,
        row.images(),
        details.createdAt());
  }

  private static void requireFitting(boolean fits, CustomChange change) {
    if (!fits) {
      throw new StoreException(
          "A " + change.getClass().getSimpleName() + " does not fit to what is there");
    }
  }
}
