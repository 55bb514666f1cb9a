package dev.mien.vision.video;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Joins tracklets of one person over short gaps. Immutable. */
final class TrackJoiner {

  /** Away for longer than this, a face that comes back is another track. */
  private static final long GAP_MILLIS_MAX = 1000;

  /** Fewer sightings are more often a pattern that looks like a face than a face. */
  private static final int SIGHTINGS_MIN = 3;

  private final double sameSimilarity;

  /**
   * @param sameSimilarity from this similarity on two appearances are one person's
   */
  TrackJoiner(double sameSimilarity) {
    this.sameSimilarity = sameSimilarity;
  }

  /**
   * Tracks in the order in which they begin, without those too short to be believed.
   *
   * @param tracklets in the order in which they began
   */
  List<Tracklet> join(List<Tracklet> tracklets) throws InterruptedException, ExecutionException {
    List<Tracklet> joined = new ArrayList<>();
    for (Tracklet tracklet : tracklets) {
      @Nullable Tracklet earlier = likest(joined, tracklet);
      if (earlier == null) {
        joined.add(tracklet);
      } else {
        earlier.append(tracklet);
      }
    }
    joined.removeIf(track -> track.length() < SIGHTINGS_MIN);
    return List.copyOf(joined);
  }

  private @Nullable Tracklet likest(List<Tracklet> earlier, Tracklet tracklet)
      throws InterruptedException, ExecutionException {
    @Nullable Tracklet likest = null;
    double most = sameSimilarity;
    for (Tracklet candidate : earlier) {
      long gapMillis = tracklet.first().timeMillis() - candidate.last().timeMillis();
      if (gapMillis > 0 && gapMillis <= GAP_MILLIS_MAX) {
        double similarity = candidate.similarity(tracklet);
        if (similarity >= most) {
          most = similarity;
          likest = candidate;
        }
      }
    }
    return likest;
  }
}
