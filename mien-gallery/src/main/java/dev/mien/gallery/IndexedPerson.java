package dev.mien.gallery;

import static java.util.Objects.requireNonNull;

import dev.mien.gallery.GroupRows.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the search index knows of a person. Belongs to one {@link AccountIndex}, and is changed by
 * it only.
 */
final class IndexedPerson {
  /** Of a person without faces. */
  private static final int NO_ORDINAL = -1;

  /** A face, what it counts among the person's, and its row. */
  record IndexedFace(FaceId id, Quality quality, int ordinal) {}

  final PersonId id;

  /** Grows with each person of the account, so that it tells who is known longer. */
  final int number;

  /**
   * Few, so that lists are smaller and as fast as sets. They are never changed but exchanged:
   * nearly all have one element, and take the least memory so.
   */
  List<GroupId> groups = List.of();

  List<IndexedFace> faces = List.of();

  /** The row of the person's fused vector, while there are faces; an only face's own. */
  int fusedOrdinal = NO_ORDINAL;

  /** The index that holds the person's rows; null without faces. */
  private @Nullable EmbedderIndex embedder;

  IndexedPerson(PersonId id, int number) {
    this.id = id;
    this.number = number;
  }

  /**
   * Adds faces, which join all the person's groups; the first one decides the embedder for all.
   *
   * @param added at least one
   */
  void addFaces(List<Face> added, EmbedderIndex index) {
    EmbedderIndex own = embedder == null ? index : embedder;
    embedder = own;
    for (Face face : added) {
      if (!own.embedderId().equals(face.template().embedderId())) {
        throw new IllegalStateException("a person's faces are of two embedders");
      }
      int ordinal = own.rows().add(face.id().number(), number, face.template().components());
      faces = with(faces, new IndexedFace(face.id(), face.quality(), ordinal));
      joinAll(own, ordinal, Kind.FACES);
    }
    fuse(own);
  }

  /**
   * Takes over rows that are in the index, and in the person's groups. The person had none so far.
   *
   * @param firstOrdinal of the block that the rows are counted in
   */
  void setRows(PreparedPart.PersonRows rows, int firstOrdinal, EmbedderIndex index) {
    embedder = index;
    List<IndexedFace> all = new ArrayList<>(rows.faces().size());
    for (IndexedFace face : rows.faces()) {
      all.add(new IndexedFace(face.id(), face.quality(), firstOrdinal + face.ordinal()));
    }
    faces = List.copyOf(all);
    fusedOrdinal = firstOrdinal + rows.fusedRow();
  }

  /** Removes a face. */
  void removeFace(FaceId faceId) {
    EmbedderIndex index = requireNonNull(embedder, "a person without faces");
    IndexedFace face =
        faces.stream().filter(known -> known.id().equals(faceId)).findFirst().orElseThrow();
    if (face.ordinal() == fusedOrdinal) {
      dropFused(index);
    }
    index.rows().remove(face.ordinal(), GroupRows.of(groups, Kind.FACES));
    faces = without(faces, face);
    fuse(index);
  }

  /** Puts all rows into one more group. */
  void join(GroupId group) {
    groups = with(groups, group);
    EmbedderIndex index = embedder;
    if (index != null) {
      GroupRows rows = new GroupRows(group, Kind.FACES);
      faces.forEach(face -> index.rows().join(rows, face.ordinal()));
      index.rows().join(new GroupRows(group, Kind.PERSONS), fusedOrdinal);
    }
  }

  /** Takes all rows out of a group. */
  void leave(GroupId group) {
    groups = without(groups, group);
    EmbedderIndex index = embedder;
    if (index != null) {
      GroupRows rows = new GroupRows(group, Kind.FACES);
      faces.forEach(face -> index.rows().leave(rows, face.ordinal()));
      index.rows().leave(new GroupRows(group, Kind.PERSONS), fusedOrdinal);
    }
  }

  /** Removes all rows. */
  void removeAll() {
    EmbedderIndex index = embedder;
    if (index != null) {
      dropFused(index);
      List<GroupRows> rows = GroupRows.of(groups, Kind.FACES);
      faces.forEach(face -> index.rows().remove(face.ordinal(), rows));
    }
    embedder = null;
    faces = List.of();
  }

  /** Brings the fused row in line with the faces. */
  private void fuse(EmbedderIndex index) {
    if (faces.isEmpty()) {
      embedder = null;
    } else if (faces.size() == 1) {
      dropFused(index);
      fusedOrdinal = faces.getFirst().ordinal();
      joinAll(index, fusedOrdinal, Kind.PERSONS);
    } else {
      dropFused(index);
      fusedOrdinal = index.rows().add(number, number, fusedVector(index));
      joinAll(index, fusedOrdinal, Kind.PERSONS);
    }
  }

  /** Whether a row stands for the person alone. */
  private boolean hasFusedRow() {
    return fusedOrdinal != NO_ORDINAL
        && faces.stream().noneMatch(face -> face.ordinal() == fusedOrdinal);
  }

  /** Lets no row stand for the person any more. */
  private void dropFused(EmbedderIndex index) {
    if (fusedOrdinal == NO_ORDINAL) {
      return;
    }
    List<GroupRows> rows = GroupRows.of(groups, Kind.PERSONS);
    if (hasFusedRow()) {
      index.rows().remove(fusedOrdinal, rows);
    } else {
      rows.forEach(group -> index.rows().leave(group, fusedOrdinal));
    }
    fusedOrdinal = NO_ORDINAL;
  }

  private static <T> List<T> with(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }

  private static <T> List<T> without(List<T> list, T element) {
    return list.stream().filter(other -> !other.equals(element)).toList();
  }

  private void joinAll(EmbedderIndex index, int ordinal, Kind kind) {
    groups.forEach(group -> index.rows().join(new GroupRows(group, kind), ordinal));
  }

  private float[] fusedVector(EmbedderIndex index) {
    List<RatedTemplate> rated = new ArrayList<>(faces.size());
    for (IndexedFace face : faces) {
      Template template = index.template(index.rows().vector(face.ordinal()));
      rated.add(new RatedTemplate(template, face.quality()));
    }
    return RatedTemplate.fused(rated).vector();
  }
}
