package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.protocol.ApiException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Finds who the largest face of a picture is. */
@AutoService(LegacyCall.class)
public final class Identify implements LegacyCall {

  /** What is answered; at most five candidates, and how many persons the groups have. */
  public record Data(String sessionId, List<Candidate> candidates, long groupSize, long timeMs) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    long start = System.nanoTime();
    String sessionId = parameters.sessionId(caller.requestId());
    List<GroupId> groups = parameters.searchedGroups();
    Gallery gallery = caller.services().gallery();
    ModelVersion version = gallery.modelVersion(caller.account(), groups);
    Probe probe = Probe.largest(caller, Pictures.load(parameters, caller));
    List<Candidate> candidates = Candidate.search(caller, groups, version, probe);
    return new Data(
        sessionId,
        candidates,
        gallery.groupSize(caller.account(), groups).persons(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }
}
