package dev.mien.server.legacy;

import dev.mien.gallery.FaceId;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryError;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.SearchOptions;
import dev.mien.gallery.score.Score;
import java.util.List;

/**
 * Somebody whom a search has found.
 *
 * @param personId who
 * @param faceId the most similar face
 * @param confidence how similar, 0 to 100
 * @param tag the remark about the person
 */
public record Candidate(String personId, String faceId, double confidence, String tag) {
  /** How many a search answers at most. */
  private static final int MAX = 5;

  private static final SearchOptions OPTIONS = new SearchOptions(MAX, new Score(0), true);

  /** Who in the groups looks most like a face; nobody if the groups have no faces. */
  static List<Candidate> search(
      Caller caller, List<GroupId> groups, ModelVersion version, Probe probe)
      throws GalleryException {
    Gallery gallery = caller.services().gallery();
    try {
      return gallery
          .searchFaces(caller.account(), groups, probe.template(caller, version), OPTIONS)
          .candidates()
          .stream()
          .map(Candidate::of)
          .toList();
    } catch (GalleryException e) {
      if (e.error() == GalleryError.NO_FACES_IN_GROUPS) {
        return List.of();
      }
      throw e;
    }
  }

  private static Candidate of(dev.mien.gallery.Candidate found) {
    return new Candidate(
        found.personId().value(),
        found.faceId().map(FaceId::toString).orElse(""),
        Scores.onWire(found.score()),
        found.details().map(dev.mien.gallery.Candidate.Details::tag).orElse(""));
  }
}
