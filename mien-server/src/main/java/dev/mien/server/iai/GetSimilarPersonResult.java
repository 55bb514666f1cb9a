package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.SimilarityJob;
import dev.mien.media.MediaId;
import dev.mien.media.MediaItem;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.time.Duration;
import java.util.Optional;

/** Says how far a job is that looks for similar persons, and links to what it has found. */
@AutoService(Served.class)
public final class GetSimilarPersonResult
    implements IaiAction<GetSimilarPersonResult.Request, GetSimilarPersonResult.Response> {
  /** As the reference has it. */
  private static final Duration LINK_LIFETIME = Duration.ofMinutes(5);

  private static final double ALL_PERCENT = 100;

  /** What is sent. */
  public record Request(String jobId) {}

  /**
   * What is answered.
   *
   * @param similarPersonsUrl empty while there is no result, and when it has expired
   */
  public record Response(double progress, String similarPersonsUrl) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException {
    SimilarityJob job =
        call.services()
            .similarityJobs()
            .job(call.account(), request.jobId())
            .orElseThrow(
                () ->
                    new ApiException(IaiError.INVALID_PARAMETER, "JobId", "there is no such job"));
    double progress = call.services().similarityJobs().share(job) * ALL_PERCENT;
    return new Response(progress, result(job, call).map(item -> link(item, call)).orElse(""));
  }

  private static Optional<MediaItem> result(SimilarityJob job, Call call) {
    return job.result()
        .flatMap(id -> call.services().mediaStore().find(call.account(), new MediaId(id)));
  }

  private static String link(MediaItem item, Call call) {
    return call.services().mediaLinks().link(item, LINK_LIFETIME);
  }
}
