package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.UpgradeJob;
import dev.mien.gallery.UpgradeProgress;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;

/** Says how far an upgrade is. */
@AutoService(Served.class)
public final class GetUpgradeGroupFaceModelVersionResult
    implements IaiAction<
        GetUpgradeGroupFaceModelVersionResult.Request,
        GetUpgradeGroupFaceModelVersionResult.Response> {

  /** A group has so many at most. */
  private static final int FAILED_FACES_MAX = 3_000_000;

  /** An entry of the file of failed faces. */
  private record FailedFace(String faceId) {}

  /** What is sent. */
  public record Request(String jobId) {}

  /**
   * What is answered.
   *
   * @param endTimestamp when the job will end at its present pace, or when it has ended, as the
   *     reference's examples have it, though its text promises 0 then
   * @param failedFacesUrl a file with the ids of the faces that have kept the group from its new
   *     version; empty where there are none
   */
  public record Response(
      long endTimestamp,
      double progress,
      long status,
      long startTime,
      String fromFaceModelVersion,
      String toFaceModelVersion,
      String groupId,
      String failedFacesUrl) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    UpgradeProgress progress =
        call.services().gallery().upgradeProgress(call.account(), request.jobId());
    UpgradeJob job = progress.job();
    return new Response(
        progress.end().toEpochMilli(),
        progress.percent(),
        UpgradeStatus.of(job.state()),
        job.startedAt().toEpochMilli(),
        job.from().text(),
        job.to().text(),
        job.groupId().value(),
        failedFaces(job, call));
  }

  /** Faces that stand against an upgrade are refused at its start: these came while it ran. */
  private static String failedFaces(UpgradeJob job, Call call) throws GalleryException {
    List<FailedFace> failed =
        call
            .services()
            .gallery()
            .upgradeObstacles(call.account(), job.id(), FAILED_FACES_MAX)
            .stream()
            .map(id -> new FailedFace(id.toString()))
            .toList();
    return failed.isEmpty() ? "" : ResultLinks.link(failed, "failed-faces", call);
  }
}
