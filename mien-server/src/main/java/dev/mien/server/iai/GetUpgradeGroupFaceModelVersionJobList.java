package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Page;
import dev.mien.gallery.UpgradeJob;
import dev.mien.server.iai.type.UpgradeJobInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the upgrade jobs of the account's groups, oldest first. */
@AutoService(Served.class)
public final class GetUpgradeGroupFaceModelVersionJobList
    implements IaiAction<
        GetUpgradeGroupFaceModelVersionJobList.Request,
        GetUpgradeGroupFaceModelVersionJobList.Response> {

  /** What is sent. */
  public record Request(@Nullable @Unsigned Long offset, @Nullable @Unsigned Long limit) {}

  /** What is answered. */
  public record Response(List<UpgradeJobInfo> jobInfos, long jobNum) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    Page<UpgradeJob> page =
        call.services()
            .gallery()
            .upgradeJobs(
                call.account(),
                Parameters.offset(request.offset()),
                Parameters.limit(request.limit()));
    return new Response(
        page.items().stream().map(GetUpgradeGroupFaceModelVersionJobList::describe).toList(),
        page.total());
  }

  private static UpgradeJobInfo describe(UpgradeJob job) {
    return new UpgradeJobInfo(
        job.id(),
        job.groupId().value(),
        job.from().text(),
        job.to().text(),
        job.startedAt().toEpochMilli(),
        UpgradeStatus.of(job.state()));
  }
}
