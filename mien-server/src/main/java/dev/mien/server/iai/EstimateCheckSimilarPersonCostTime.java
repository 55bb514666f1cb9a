package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.time.Duration;
import java.util.List;

/** Says how long it would take to look for similar persons. */
@AutoService(Served.class)
public final class EstimateCheckSimilarPersonCostTime
    implements IaiAction<
        EstimateCheckSimilarPersonCostTime.Request, EstimateCheckSimilarPersonCostTime.Response> {

  /** What is sent. */
  public record Request(List<String> groupIds) {}

  /** What is answered: minutes, at least one. */
  public record Response(long estimatedTimeCost) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    List<GroupId> groups = Parameters.groupIds(request.groupIds());
    Duration estimate = call.services().gallery().similarPersons().estimate(call.account(), groups);
    return new Response(estimate.toMinutes() + 1);
  }
}
