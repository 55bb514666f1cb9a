package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Group;
import dev.mien.gallery.Page;
import dev.mien.server.iai.type.GroupInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the groups of the account, oldest first. */
@AutoService(Served.class)
public final class GetGroupList implements IaiAction<GetGroupList.Request, GetGroupList.Response> {

  /** What is sent. */
  public record Request(@Nullable @Unsigned Long offset, @Nullable @Unsigned Long limit) {}

  /** What is answered. */
  public record Response(List<GroupInfo> groupInfos, long groupNum) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    Page<Group> page =
        call.services()
            .gallery()
            .groups(
                call.account(),
                Parameters.offset(request.offset()),
                Parameters.limit(request.limit()));
    return new Response(page.items().stream().map(GetGroupList::describe).toList(), page.total());
  }

  private static GroupInfo describe(Group group) {
    return new GroupInfo(
        group.name(),
        group.id().value(),
        group.fieldNames(),
        group.tag(),
        group.modelVersion().text(),
        group.createdAt().toEpochMilli(),
        group.updatedAt().toEpochMilli());
  }
}
