package dev.mien.vision;

import dev.mien.vision.detect.Candidate;
import dev.mien.vision.detect.FaceDetector;
import dev.mien.vision.detect.Overlaps;
import dev.mien.vision.detect.SearchPlan;
import dev.mien.vision.detect.Window;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.FaceMesh;
import dev.mien.vision.landmark.MeshFit;
import dev.mien.vision.landmark.PoseEstimator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches an image: detector windows from coarse to fine, then the mesh verifies each candidate.
 * Thread-safe.
 *
 * <p>When one face is wanted the search stops at the first level that has one, since finer levels
 * only have smaller faces.
 */
final class FaceFinder {

  /** Weak candidates are worth a look by the mesh, which tells most of them from faces. */
  private static final double THRESHOLD = 0.3;

  /** Intersection over union from which two candidates are one face. */
  private static final double CANDIDATE_OVERLAP = 0.3;

  /** Share of the smaller box from which two verified faces are one. */
  private static final double FACE_OVERLAP = 0.5;

  /** Candidates that the mesh looks at for one image. */
  private static final int MAX_CANDIDATES = 4 * DetectOptions.MAX_FACES;

  /**
   * A detector's box tells the size of a face only so well: candidates down to this share of the
   * smallest face kept may still turn out larger.
   */
  private static final double SIZE_UNCERTAINTY = 0.7;

  /**
   * A face that fills the picture is found when there is room around it: half a long side on each
   * side.
   */
  private static final double PADDED = 2;

  private static final Comparator<Face> LARGEST_FIRST =
      Comparator.comparingDouble((Face face) -> face.box().area())
          .thenComparingDouble(Face::confidence)
          .reversed();

  private final FaceDetector detector;
  private final FaceMesh mesh;

  FaceFinder(FaceDetector detector, FaceMesh mesh) {
    this.detector = detector;
    this.mesh = mesh;
  }

  List<Face> find(Image image, DetectOptions options, DetectTimes times) {
    SearchPlan plan = new SearchPlan(image.width(), image.height(), detector.sight());
    List<List<Window>> levels =
        plan.levels((int) Math.ceil(options.coarseness() * options.minFaceSize()));
    List<Candidate> candidates = new ArrayList<>();
    Map<Candidate, Optional<Face>> looks = new HashMap<>();
    List<Face> faces = List.of();
    for (int level = 0; level < levels.size(); level++) {
      boolean last = level == levels.size() - 1;
      // A finer level will see small faces better; here their boxes are vague enough to pass as
      // others.
      double leastCells = last ? 0 : detector.sight().smallestFace();
      List<Window> windows = levels.get(level);
      candidates.addAll(
          times.detector(() -> candidates(image, windows, leastCells, options.rotated())));
      if (last || options.maxFaces() == 1) {
        faces = times.landmarks(() -> verify(image, candidates, options, looks));
      }
      if (options.maxFaces() == 1 && !faces.isEmpty()) {
        break;
      }
    }
    if (faces.isEmpty()) {
      List<Window> padded = List.of(plan.whole(PADDED));
      List<Candidate> more = times.detector(() -> candidates(image, padded, 0, options.rotated()));
      faces = times.landmarks(() -> verify(image, more, options, looks));
    }
    return faces;
  }

  private List<Candidate> candidates(
      Image image, List<Window> windows, double leastCells, boolean rotated) {
    List<Candidate> found = new ArrayList<>();
    for (Window window : windows) {
      for (int quarters = 0; quarters < (rotated ? 4 : 1); quarters++) {
        for (Candidate candidate : detector.detect(image, window.turned(quarters), THRESHOLD)) {
          if (candidate.size() >= leastCells * window.cell()
              && !window.cuts(candidate.box(), image.width(), image.height())) {
            found.add(candidate);
          }
        }
      }
    }
    return Overlaps.suppress(found, CANDIDATE_OVERLAP, MAX_CANDIDATES);
  }

  /**
   * Verifies candidates, the largest first, until no other can be among the faces to return.
   *
   * @param looks what the mesh said of candidates of earlier levels, and will have said of these
   */
  private List<Face> verify(
      Image image,
      List<Candidate> candidates,
      DetectOptions options,
      Map<Candidate, Optional<Face>> looks) {
    List<Candidate> pending =
        new ArrayList<>(Overlaps.suppress(candidates, CANDIDATE_OVERLAP, MAX_CANDIDATES));
    pending.sort(Comparator.comparingDouble(Candidate::size).reversed());
    List<Face> faces = new ArrayList<>();
    double smallestSize = Double.POSITIVE_INFINITY;
    for (Candidate candidate : pending) {
      if (faces.size() >= options.maxFaces()
          && candidate.size() < SIZE_UNCERTAINTY * smallestSize) {
        break;
      }
      Optional<Face> face =
          looks.computeIfAbsent(candidate, each -> mesh.fit(image, each).map(FaceFinder::face));
      if (face.isPresent() && isLargeEnough(face.get().box(), options) && keep(face.get(), faces)) {
        smallestSize = Math.min(smallestSize, candidate.size());
      }
    }
    faces.sort(LARGEST_FIRST);
    return List.copyOf(faces.subList(0, Math.min(faces.size(), options.maxFaces())));
  }

  /**
   * Adds a face unless one of those kept is the same and surer; a less sure one, which may be the
   * wrong way up, makes way for it.
   */
  private static boolean keep(Face face, List<Face> kept) {
    List<Face> same = kept.stream().filter(other -> isSame(other.box(), face.box())).toList();
    if (same.stream().anyMatch(other -> !isOtherWayUpAndLessSure(other, face))) {
      return false;
    }
    kept.removeAll(same);
    kept.add(face);
    return true;
  }

  private static boolean isOtherWayUpAndLessSure(Face other, Face face) {
    return other.confidence() < face.confidence()
        && Math.cos(Math.toRadians(other.pose().roll() - face.pose().roll())) < 0;
  }

  private static Face face(MeshFit fit) {
    return new Face(
        fit.landmarks().bounds(),
        fit.confidence(),
        fit.landmarks(),
        PoseEstimator.estimate(fit.landmarks()));
  }

  private static boolean isLargeEnough(Box box, DetectOptions options) {
    return Math.min(box.width(), box.height()) >= options.minFaceSize();
  }

  private static boolean isSame(Box one, Box other) {
    return one.intersection(other) > FACE_OVERLAP * Math.min(one.area(), other.area());
  }
}
