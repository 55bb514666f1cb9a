package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Page;
import dev.mien.gallery.SimilarityJob;
import dev.mien.server.iai.type.JobIdInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the account's jobs that look for similar persons, newest first. */
@AutoService(Served.class)
public final class GetCheckSimilarPersonJobIdList
    implements IaiAction<
        GetCheckSimilarPersonJobIdList.Request, GetCheckSimilarPersonJobIdList.Response> {

  /** What is sent. */
  public record Request(@Nullable @Unsigned Long offset, @Nullable @Unsigned Long limit) {}

  /** What is answered. */
  public record Response(List<JobIdInfo> jobIdInfos, long jobIdNum) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    Page<SimilarityJob> page =
        call.services()
            .similarityJobs()
            .jobs(
                call.account(),
                Parameters.offset(request.offset()),
                Parameters.limit(request.limit()));
    return new Response(
        page.items().stream().map(GetCheckSimilarPersonJobIdList::describe).toList(), page.total());
  }

  private static JobIdInfo describe(SimilarityJob job) {
    return new JobIdInfo(job.id(), job.startedAt().toEpochMilli(), status(job.state()));
  }

  private static long status(SimilarityJob.State state) {
    return switch (state) {
      case DONE -> 0;
      case RUNNING -> 1;
      case FAILED -> 2;
    };
  }
}
