package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.protocol.ApiException;
import dev.mien.vision.geometry.Box;
import java.util.ArrayList;
import java.util.List;

/** Finds who the faces of a picture are. */
@AutoService(LegacyCall.class)
public final class Multidentify implements LegacyCall {
  /** How many faces of a picture are looked for, the largest first; as in IAI's SearchFaces. */
  private static final int FACES_MAX = 10;

  /** What is answered. */
  public record Data(String sessionId, List<Result> results) {}

  /** Who one face may be. */
  public record Result(Rect faceRect, List<Candidate> candidates) {}

  /** Where a face is, in pixels. */
  public record Rect(long x, long y, long width, long height) {
    static Rect of(Box box) {
      return new Rect(
          Math.round(box.x()),
          Math.round(box.y()),
          Math.round(box.width()),
          Math.round(box.height()));
    }
  }

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    List<GroupId> groups = parameters.searchedGroups();
    Gallery gallery = caller.services().gallery();
    ModelVersion version = gallery.modelVersion(caller.account(), groups);
    List<Result> results = new ArrayList<>();
    for (Probe probe : Probe.find(caller, Pictures.load(parameters, caller), FACES_MAX)) {
      results.add(
          new Result(
              Rect.of(probe.face().box()), Candidate.search(caller, groups, version, probe)));
    }
    return new Data(sessionId, results);
  }
}
