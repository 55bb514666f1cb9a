package dev.mien.vision.video;

import dev.mien.vision.Face;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.video.VideoException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Follows faces from picture to picture. Where motion leaves no doubt it decides; where two faces
 * come close to each other, or the scene may have changed, appearance decides. For one thread.
 */
final class Tracker {

  /** Looks at the appearance of a face in the background. */
  interface Appearance {
    Future<Embedding> of(Frame frame, Face face) throws InterruptedException;
  }

  /** A running tracklet and a face, by their places, that may be one; the nearer the likelier. */
  private record Link(int tracklet, int face, double distance) {}

  /** A face moves at most this many times its size from where it is expected. */
  private static final double REACH = 1.0;

  /** Between two samples a face's size changes by at most this factor. */
  private static final double SIZE_CHANGE_MAX = 1.8;

  /** Two links of one face whose distances differ by less than this leave doubt. */
  private static final double DOUBT = 0.5;

  /** Appearances of what seem to be other faces: some 20 MiB of embeddings. */
  private static final int TRACKLETS_MAX = 10_000;

  /** Pixels of all crops: 192 MB, thousands of faces of usual size. */
  private static final long CROP_PIXELS_MAX = 64_000_000;

  /** A tracklet that was not seen for this long is over; joining tracklets is another step. */
  private static final long PATIENCE_MILLIS = 350;

  private final Appearance appearance;
  private final SceneChange scenes = new SceneChange();
  private final double sameSimilarity;
  private final double scale;
  private final List<Tracklet> running = new ArrayList<>();
  private final List<Tracklet> finished = new ArrayList<>();
  private long finishedPixels;

  /**
   * @param sameSimilarity from this similarity on two appearances are one person's
   * @param scale the pictures' width against the video's
   */
  Tracker(Appearance appearance, double sameSimilarity, double scale) {
    this.appearance = appearance;
    this.sameSimilarity = sameSimilarity;
    this.scale = scale;
  }

  /** Takes the next picture with the faces found in it. */
  void add(Frame frame, List<Face> faces)
      throws VideoException, InterruptedException, ExecutionException {
    boolean cut = scenes.isCut(frame.image());
    retire(frame.timeMillis());
    List<Link> links = links(frame, faces);
    Set<Integer> placed = new HashSet<>();
    Set<Integer> extended = new HashSet<>();
    for (Link link : links) {
      if (placed.contains(link.face()) || extended.contains(link.tracklet())) {
        continue;
      }
      Face face = faces.get(link.face());
      Tracklet tracklet = running.get(link.tracklet());
      if ((cut || isDoubtful(link, links)) && !looksLike(tracklet, frame, face)) {
        continue;
      }
      tracklet.add(frame, face, scale);
      look(tracklet, frame, face);
      placed.add(link.face());
      extended.add(link.tracklet());
    }
    for (int i = 0; i < faces.size(); i++) {
      if (!placed.contains(i)) {
        Tracklet fresh = new Tracklet(frame, faces.get(i), scale);
        look(fresh, frame, faces.get(i));
        running.add(fresh);
      }
    }
  }

  private boolean looksLike(Tracklet tracklet, Frame frame, Face face)
      throws InterruptedException, ExecutionException {
    return tracklet.similarity(appearance.of(frame, face).get()) >= sameSimilarity;
  }

  private void look(Tracklet tracklet, Frame frame, Face face) throws InterruptedException {
    if (tracklet.wantsAppearance(frame.timeMillis())) {
      tracklet.addAppearance(frame.timeMillis(), appearance.of(frame, face));
    }
  }

  /** All tracklets, in the order in which they began; the tracker is done with. */
  List<Tracklet> finish() {
    finished.addAll(running);
    running.clear();
    finished.sort(Comparator.comparingLong(tracklet -> tracklet.first().timeMillis()));
    return List.copyOf(finished);
  }

  private void retire(long timeMillis) throws VideoException {
    for (Tracklet tracklet : List.copyOf(running)) {
      if (timeMillis - tracklet.last().timeMillis() > PATIENCE_MILLIS) {
        running.remove(tracklet);
        finished.add(tracklet);
        finishedPixels += tracklet.cropPixels();
      }
    }
    if (finished.size() > TRACKLETS_MAX || finishedPixels > CROP_PIXELS_MAX) {
      throw new VideoException(
          Problem.TOO_MANY_FACES,
          "faces come and go more than %d times, or their pictures have more than %d pixels"
              .formatted(TRACKLETS_MAX, CROP_PIXELS_MAX));
    }
  }

  /** All pairs that motion allows, the nearest first. */
  private List<Link> links(Frame frame, List<Face> faces) {
    List<Link> links = new ArrayList<>();
    for (int tracklet = 0; tracklet < running.size(); tracklet++) {
      Box expected = running.get(tracklet).predicted(frame.timeMillis());
      for (int face = 0; face < faces.size(); face++) {
        double distance = distance(expected, faces.get(face).box());
        if (distance <= REACH) {
          links.add(new Link(tracklet, face, distance));
        }
      }
    }
    links.sort(Comparator.comparingDouble(Link::distance));
    return links;
  }

  /** Between the centres, in mean sizes; endless when the sizes do not fit. */
  private double distance(Box expected, Box seen) {
    double expectedSize = Math.sqrt(expected.area());
    double seenSize = Math.sqrt(seen.area()) / scale;
    if (Math.max(expectedSize, seenSize) > SIZE_CHANGE_MAX * Math.min(expectedSize, seenSize)) {
      return Double.POSITIVE_INFINITY;
    }
    double x = seen.centre().x() / scale - expected.centre().x();
    double y = seen.centre().y() / scale - expected.centre().y();
    return Math.hypot(x, y) / ((expectedSize + seenSize) / 2);
  }

  /** Whether the face could as well belong to another, or another face to the tracklet. */
  private static boolean isDoubtful(Link link, List<Link> links) {
    return links.stream()
        .filter(other -> other.tracklet() == link.tracklet() ^ other.face() == link.face())
        .anyMatch(other -> other.distance() - link.distance() < DOUBT);
  }
}
