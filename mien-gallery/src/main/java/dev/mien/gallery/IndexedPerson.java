package dev.mien.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the search index knows of a person. Belongs to one {@link AccountIndex}, and is changed by
 * it only.
 */
final class IndexedPerson {
  /** Of a person without faces. */
  private static final int NO_ORDINAL = -1;

  /** A face and its row. */
  record IndexedFace(FaceId id, int ordinal) {}

  final PersonId id;

  /** Grows with each person of the account, so that it tells who is known longer. */
  final int number;

  /** Few, so that lists are smaller and as fast as sets. */
  final List<GroupId> groups = new ArrayList<>(1);

  final List<IndexedFace> faces = new ArrayList<>(1);

  /** The row of the person's fused vector, while there are faces. */
  int fusedOrdinal = NO_ORDINAL;

  private Optional<EmbedderIndex> embedder = Optional.empty();

  IndexedPerson(PersonId id, int number) {
    this.id = id;
    this.number = number;
  }

  /** The index that holds the person's rows; none without faces. */
  Optional<EmbedderIndex> embedder() {
    return embedder;
  }

  /**
   * Adds a face, which joins all the person's groups; the first one decides the embedder for all.
   */
  void addFace(Face face, EmbedderIndex index) {
    if (faces.isEmpty()) {
      embedder = Optional.of(index);
    } else if (!embedder.equals(Optional.of(index))) {
      throw new IllegalStateException("a person's faces are of two embedders");
    }
    int ordinal = index.faces().add(face.id().number(), number, face.template().vector());
    faces.add(new IndexedFace(face.id(), ordinal));
    groups.forEach(group -> index.faces().join(group, ordinal));
    fuse(index);
  }

  /** Removes a face. */
  void removeFace(FaceId faceId) {
    EmbedderIndex index = embedder.orElseThrow();
    IndexedFace face =
        faces.stream().filter(known -> known.id().equals(faceId)).findFirst().orElseThrow();
    index.faces().remove(face.ordinal(), groups);
    faces.remove(face);
    fuse(index);
  }

  /** Puts all rows into one more group. */
  void join(GroupId group) {
    groups.add(group);
    embedder.ifPresent(
        index -> {
          faces.forEach(face -> index.faces().join(group, face.ordinal()));
          index.persons().join(group, fusedOrdinal);
        });
  }

  /** Takes all rows out of a group. */
  void leave(GroupId group) {
    groups.remove(group);
    embedder.ifPresent(
        index -> {
          faces.forEach(face -> index.faces().leave(group, face.ordinal()));
          index.persons().leave(group, fusedOrdinal);
        });
  }

  /** Removes all rows. */
  void removeAll() {
    embedder.ifPresent(
        index -> {
          faces.forEach(face -> index.faces().remove(face.ordinal(), groups));
          index.persons().remove(fusedOrdinal, groups);
        });
    embedder = Optional.empty();
    faces.clear();
    fusedOrdinal = NO_ORDINAL;
  }

  /** Brings the fused row in line with the faces. */
  private void fuse(EmbedderIndex index) {
    if (faces.isEmpty()) {
      index.persons().remove(fusedOrdinal, groups);
      fusedOrdinal = NO_ORDINAL;
      embedder = Optional.empty();
      return;
    }
    float[] fused = fusedVector(index);
    if (fusedOrdinal == NO_ORDINAL) {
      fusedOrdinal = index.persons().add(number, number, fused);
      groups.forEach(group -> index.persons().join(group, fusedOrdinal));
    } else {
      index.persons().replace(fusedOrdinal, fused);
    }
  }

  private float[] fusedVector(EmbedderIndex index) {
    if (faces.size() == 1) { // most persons, and all of them while an account is loaded
      return index.faces().vector(faces.getFirst().ordinal());
    }
    List<Template> templates =
        faces.stream().map(face -> index.template(index.faces().vector(face.ordinal()))).toList();
    return Template.fused(templates).vector();
  }
}
