package dev.mien.gallery;

import dev.mien.gallery.GroupRows.Kind;
import dev.mien.gallery.index.RowBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of an account, with all that the search index will hold of it ready to be put in. */
final class PreparedPart {
  /**
   * Where the rows of a person with faces are.
   *
   * @param place of the person in the part
   * @param faces in their order; their rows follow each other
   * @param firstRow of the first face
   * @param fusedRow the row that stands for the person
   */
  record PersonRows(int place, List<FaceId> faces, int firstRow, int fusedRow) {}

  /** A person of whom all is known but the faces. */
  record Person(PersonId id, List<GroupId> groups) {}

  /**
   * What one embedder has made.
   *
   * @param rows of faces and persons; owners are places in the part
   * @param persons whose rows they are
   */
  record Block(RowBlock<GroupRows> rows, List<PersonRows> persons) {
    private static Block empty(int dimensions, int rowsExpected) {
      return new Block(new RowBlock<>(dimensions, rowsExpected), new ArrayList<>());
    }

    private void add(int place, StoredPerson person) {
      int firstRow = rows.size();
      for (StoredFace face : person.faces()) {
        int row = rows.add(face.id().number(), place, face.template().components());
        join(row, person.groups(), Kind.FACES);
      }
      int fusedRow = person.faces().size() == 1 ? firstRow : addFused(place, person);
      join(fusedRow, person.groups(), Kind.PERSONS);
      persons.add(new PersonRows(place, ids(person), firstRow, fusedRow));
    }

    private static List<FaceId> ids(StoredPerson person) {
      return person.faces().stream().map(StoredFace::id).toList();
    }

    private int addFused(int place, StoredPerson person) {
      List<Template> templates = person.faces().stream().map(StoredFace::template).toList();
      return rows.add(place, place, Template.fused(templates).components());
    }

    private void join(int row, List<GroupId> groups, Kind kind) {
      for (GroupId group : groups) {
        rows.join(new GroupRows(group, kind), row);
      }
    }
  }

  private final int personCount;
  private final List<Person> persons = new ArrayList<>();
  private final Map<String, Block> blocks = new HashMap<>();
  private long faceCount;

  private PreparedPart(int personCount) {
    this.personCount = personCount;
  }

  /** Reads a part and makes the rows, which takes a while. */
  static PreparedPart of(ReplayPart part) {
    PreparedPart prepared = new PreparedPart(part.personCount());
    part.read(prepared::add);
    return prepared;
  }

  private void add(StoredPerson person) {
    if (!person.faces().isEmpty()) {
      blockOf(person.faces()).add(persons.size(), person);
    }
    persons.add(new Person(person.id(), person.groups()));
    faceCount += person.faces().size();
  }

  private Block blockOf(List<StoredFace> faces) {
    Template first = faces.getFirst().template();
    for (StoredFace face : faces) {
      if (!face.template().embedderId().equals(first.embedderId())) {
        throw new IllegalStateException("a person's faces are of two embedders");
      }
    }
    return blocks.computeIfAbsent(
        first.embedderId(), id -> Block.empty(first.dimensions(), personCount));
  }

  /** All persons of the part, also those without faces. */
  List<Person> persons() {
    return persons;
  }

  /** The rows by embedders. */
  Map<String, Block> blocks() {
    return blocks;
  }

  /** The faces of all persons. */
  long faceCount() {
    return faceCount;
  }
}
