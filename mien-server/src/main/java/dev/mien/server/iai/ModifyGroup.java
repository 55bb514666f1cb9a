package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupChange;
import dev.mien.gallery.GroupId;
import dev.mien.server.iai.type.GroupExDescriptionInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the name, the remark and the names of the description fields of a group. */
@AutoService(Served.class)
public final class ModifyGroup implements IaiAction<ModifyGroup.Request, Nothing> {

  /** What is sent. */
  public record Request(
      String groupId,
      @Nullable String groupName,
      @Nullable List<GroupExDescriptionInfo> groupExDescriptionInfos,
      @Nullable String tag) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Nothing answer(Request request, Call call) throws ApiException, GalleryException {
    GroupChange change =
        new GroupChange(
            GroupId.of(request.groupId()),
            Optional.ofNullable(request.groupName()),
            Optional.ofNullable(request.tag()),
            Parameters.fieldNames(request.groupExDescriptionInfos()));
    call.services().gallery().modifyGroup(call.account(), change);
    return new Nothing();
  }
}
