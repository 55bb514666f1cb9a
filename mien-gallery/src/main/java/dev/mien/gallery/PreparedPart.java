package dev.mien.gallery;

import dev.mien.gallery.GroupRows.Kind;
import dev.mien.gallery.IndexedPerson.IndexedFace;
import dev.mien.gallery.index.RowBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of an account, with all that the search index will hold of it ready to be put in. */
final class PreparedPart {
  /**
   * Where the rows of a person with faces are.
   *
   * @param place of the person in the part
   * @param faces in their order, with their rows in the block
   * @param fusedRow the row that stands for the person
   */
  record PersonRows(int place, List<IndexedFace> faces, int fusedRow) {}

  /** A person of whom all is known but the faces. */
  record Person(PersonId id, List<GroupId> groups) {}

  /**
   * What one embedder has made.
   *
   * @param rows of faces and persons; owners are places in the part
   * @param persons whose rows they are
   */
  record Block(String embedderId, RowBlock<GroupRows> rows, List<PersonRows> persons) {
    private static Block empty(String embedderId, int dimensions, int rowsExpected) {
      Template.requireSpace(embedderId, dimensions);
      return new Block(embedderId, new RowBlock<>(dimensions, rowsExpected), new ArrayList<>());
    }

    /** Completes a person whose faces have rows. */
    private void complete(int place, List<IndexedFace> faces, List<GroupId> groups) {
      for (IndexedFace face : faces) {
        join(face.ordinal(), groups, Kind.FACES);
      }
      int fusedRow = faces.size() == 1 ? faces.getFirst().ordinal() : addFused(place, faces);
      join(fusedRow, groups, Kind.PERSONS);
      persons.add(new PersonRows(place, faces, fusedRow));
    }

    private int addFused(int place, List<IndexedFace> faces) {
      List<RatedTemplate> rated = new ArrayList<>(faces.size());
      for (IndexedFace face : faces) {
        Template template = new Template(embedderId, rows.vector(face.ordinal()));
        rated.add(new RatedTemplate(template, face.quality()));
      }
      return rows.add(place, place, RatedTemplate.fused(rated).components());
    }

    private void join(int row, List<GroupId> groups, Kind kind) {
      for (GroupId group : groups) {
        rows.join(new GroupRows(group, kind), row);
      }
    }
  }

  private final int personCount;
  private final List<Person> persons;
  private final Map<String, Block> blocks = new HashMap<>();
  private long faceCount;

  private PreparedPart(int personCount) {
    this.personCount = personCount;
    this.persons = new ArrayList<>(personCount);
  }

  /** Reads a part; its rows have no codes yet. */
  static PreparedPart read(ReplayPart part) {
    PreparedPart prepared = new PreparedPart(part.personCount());
    Reading reading = prepared.new Reading();
    part.read(reading);
    reading.completePerson();
    return prepared;
  }

  /** Makes the rows' codes. */
  void encode() {
    blocks.values().forEach(block -> block.rows().encode());
  }

  /** Makes rows while persons and faces come in. */
  private final class Reading implements ReplayPart.Visitor {
    /** Of the person who came last. */
    private List<GroupId> groups = List.of();

    private final List<IndexedFace> faces = new ArrayList<>();

    /** Where these faces are; null before the first. */
    private @Nullable Block block;

    @Override
    public void person(PersonId id, List<GroupId> groups) {
      completePerson();
      persons.add(new Person(id, groups));
      this.groups = groups;
    }

    @Override
    public void face(FaceId id, String embedderId, float[] vector, Quality quality) {
      Template.requireUnitLength(vector);
      Block own = block;
      if (own == null) {
        own = blockOf(embedderId, vector.length);
        block = own;
      } else if (!own.embedderId().equals(embedderId)) {
        throw new IllegalStateException("a person's faces are of two embedders");
      }
      int row = own.rows().add(id.number(), persons.size() - 1, vector);
      faces.add(new IndexedFace(id, quality, row));
    }

    private void completePerson() {
      if (block != null) {
        block.complete(persons.size() - 1, List.copyOf(faces), groups);
        faceCount += faces.size();
        faces.clear();
        block = null;
      }
    }
  }

  private Block blockOf(String embedderId, int dimensions) {
    Block known = blocks.get(embedderId);
    if (known != null) {
      return known;
    }
    Block block = Block.empty(embedderId, dimensions, personCount);
    blocks.put(embedderId, block);
    return block;
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
