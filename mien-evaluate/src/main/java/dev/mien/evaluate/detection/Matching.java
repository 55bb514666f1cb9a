package dev.mien.evaluate.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which found faces are labelled ones. The surest is matched first, each with the free label that
 * it overlaps most. One that matches no required label but overlaps any label counts neither for
 * nor against; a second box on a face that was already found counts against.
 *
 * @param found confidence of each that counts, and whether it is right
 * @param missed required faces that were not found
 * @param ignored found faces that do not count
 */
record Matching(List<Judged> found, int missed, int ignored) {
  /**
   * Overlap from which a box is on the face, as intersection over union. Labels reach from the hair
   * to the chin, the pipeline's boxes from the forehead: the usual 0.5 would ask for the same habit
   * of drawing and not for the face.
   */
  static final double FOUND_OVERLAP = 0.4;

  /** Overlap from which a box is about a face that need not be found. */
  static final double IGNORE_OVERLAP = 0.2;

  Matching {
    found = List.copyOf(found);
  }

  /**
   * A found face that counts.
   *
   * @param right whether it is a required one
   */
  record Judged(double confidence, boolean right) {}

  static Matching of(List<LabelledFace> labels, List<FoundFace> faces) {
    List<FoundFace> surestFirst =
        faces.stream()
            .sorted(Comparator.comparingDouble(FoundFace::confidence).reversed())
            .toList();
    boolean[] taken = new boolean[labels.size()];
    List<Judged> judged = new ArrayList<>();
    int ignored = 0;
    for (FoundFace face : surestFirst) {
      int best = best(labels, taken, face);
      if (best >= 0) {
        taken[best] = true;
        judged.add(new Judged(face.confidence(), true));
      } else if (isAboutIgnored(labels, face)) {
        ignored++;
      } else {
        judged.add(new Judged(face.confidence(), false));
      }
    }
    int missed = 0;
    for (int i = 0; i < labels.size(); i++) {
      missed += labels.get(i).required() && !taken[i] ? 1 : 0;
    }
    return new Matching(judged, missed, ignored);
  }

  private static int best(List<LabelledFace> labels, boolean[] taken, FoundFace face) {
    int best = -1;
    double most = FOUND_OVERLAP;
    for (int i = 0; i < labels.size(); i++) {
      double overlap = labels.get(i).box().intersectionOverUnion(face.box());
      if (labels.get(i).required() && !taken[i] && overlap >= most) {
        most = overlap;
        best = i;
      }
    }
    return best;
  }

  private static boolean isAboutIgnored(List<LabelledFace> labels, FoundFace face) {
    return labels.stream()
        .filter(label -> !label.required())
        .anyMatch(label -> label.box().intersectionOverUnion(face.box()) >= IGNORE_OVERLAP);
  }
}
